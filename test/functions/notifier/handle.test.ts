import type { DynamoDBRecord } from "aws-lambda";
import { beforeEach, expect, test, vi } from "vitest";
import type { NotificationCode } from "#shared/notification/notification.ts";
import { logger } from "#shared/runtime/logger.ts";
import { notifyOfChanges } from "../../../functions/notifier/handle.ts";
import { anApproval, anEnd } from "../../support/approval-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { aContext } from "../../support/lambda-events.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";
import { aDecisionRecord, aStreamRecord } from "../../support/stream-records.ts";

const siti = anEmployee();
const promoted = anEmployee({
  golongan: "III/b",
  revision: 2,
  updatedAt: "2026-11-21T03:00:00.000Z",
  cardChangedAt: "2026-11-21T03:00:00.000Z",
});
const retired = anEmployee({
  ...promoted,
  kedudukanHukum: "99",
  revision: 3,
  updatedAt: "2026-11-21T04:00:00.000Z",
  cardChangedAt: "2026-11-21T04:00:00.000Z",
});

const oka = anEmployee({ id: "emp_oka", email: "oka@contoh.example" });

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

function setUp() {
  const mails: { to: string; code: NotificationCode }[] = [];
  const away = new Set<string>();
  const refused = new Set<string>();
  const notifications = new NotificationsInMemory();
  const handle = notifyOfChanges({
    employees: new EmployeesInMemory(siti, oka),
    notifications,
    mailer: {
      send: async (to, code) => {
        if (away.has(to)) throw new Error("SES is away");
        if (refused.has(to)) return "refused";
        mails.push({ to, code });
        return "sent";
      },
    },
  });
  const deliver = async (...Records: DynamoDBRecord[]) => await handle({ Records }, aContext);
  return { mails, away, refused, notifications, deliver };
}

test("changes are told in their order, by mail and in the inbox", async () => {
  const { deliver, mails, notifications } = setUp();
  const answer = await deliver(
    aStreamRecord({ before: siti, after: promoted }, "1"),
    aStreamRecord({ before: promoted, after: retired }, "2"),
  );

  expect(answer).toEqual({ batchItemFailures: [] });
  expect(mails).toEqual([
    { to: siti.email, code: "card-changed" },
    { to: siti.email, code: "card-ended" },
  ]);
  expect((await notifications.list(siti.id)).map(({ code }) => code)).toEqual([
    "card-ended",
    "card-changed",
  ]);
});

test("a change that comes twice is told once", async () => {
  const { deliver, mails } = setUp();
  const record = aStreamRecord({ before: siti, after: promoted });
  await deliver(record, record);
  await deliver(record);

  expect(mails).toHaveLength(1);
});

test("a new record is nobody's news", async () => {
  const { deliver, mails } = setUp();

  expect(await deliver(aStreamRecord({ after: siti }))).toEqual({ batchItemFailures: [] });
  expect(mails).toEqual([]);
});

const broken = { ...siti, id: "emp_broken", email: "broken" } as const;
const batch = [
  aStreamRecord({ before: siti, after: promoted }, "1"),
  aStreamRecord(
    { before: broken, after: { ...broken, golongan: "III/b", revision: 2, cardChangedAt: "x" } },
    "2",
  ),
  aStreamRecord({ before: promoted, after: retired }, "3"),
];

test("a mail that may go later stops the stream there, and those before are not sent again", async () => {
  const { deliver, mails, away } = setUp();
  away.add("broken");

  expect(await deliver(...batch)).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
  away.clear();
  expect(await deliver(...batch)).toEqual({ batchItemFailures: [] });
  expect(mails.map(({ to }) => to)).toEqual([siti.email, "broken", siti.email]);
});

test("an address that is refused for good is reported, and stops nobody's notices", async () => {
  const { deliver, mails, refused, notifications } = setUp();
  refused.add("broken");

  expect(await deliver(...batch)).toEqual({ batchItemFailures: [] });
  expect(mails).toHaveLength(2);
  expect(await notifications.list("emp_broken")).toHaveLength(1);
  expect(vi.mocked(logger.error).mock.calls).toEqual([
    ["mail.refused", { employeeId: "emp_broken", code: "card-changed" }],
  ]);
});

test("an image that is no record fails, and says nothing of what is in it", async () => {
  const { deliver } = setUp();
  const record = aStreamRecord({ before: siti, after: { ...promoted, revision: 1.5 } }, "7");

  expect(await deliver(record)).toEqual({ batchItemFailures: [{ itemIdentifier: "7" }] });
  expect(JSON.stringify(vi.mocked(logger.error).mock.calls)).not.toMatch(/Siti|1985|contoh/);
});

test("the log says whom was told what, by id", async () => {
  const { deliver } = setUp();
  await deliver(aStreamRecord({ before: siti, after: promoted }));

  expect(vi.mocked(logger.info).mock.calls).toEqual([
    ["holder.notified", { employeeId: siti.id, code: "card-changed" }],
  ]);
});

const decided = (state: "approved" | "refused" | "withdrawn") =>
  aDecisionRecord(anEnd(anApproval(), { state }).approval);

test("what was approved is told to who asked and to whom it is about, once", async () => {
  const { deliver, mails, notifications } = setUp();
  await deliver(decided("approved"), decided("approved"));

  expect(mails).toEqual([
    { to: oka.email, code: "request-approved" },
    { to: siti.email, code: "roles-changed" },
  ]);
  expect(await notifications.list(oka.id)).toMatchObject([{ code: "request-approved" }]);
  expect(await notifications.list(siti.id)).toMatchObject([{ code: "roles-changed" }]);
});

test("a refusal is told to who asked alone, a withdrawal to nobody", async () => {
  const { deliver, mails } = setUp();
  await deliver(decided("refused"), decided("withdrawn"));

  expect(mails).toEqual([{ to: oka.email, code: "request-refused" }]);
});
