import type { DynamoDBRecord } from "aws-lambda";
import { beforeEach, expect, test, vi } from "vitest";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountAction } from "#shared/audit/account-actions.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { MailMessage } from "#shared/notification/notification.ts";
import { logger } from "#shared/runtime/logger.ts";
import { notifyOfChanges } from "../../../functions/notifier/handle.ts";
import { anApproval, anEnd } from "../../support/approval-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { aContext } from "../../support/lambda-events.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";
import { aDecisionRecord, anEntryRecord, aStreamRecord } from "../../support/stream-records.ts";

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

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

function setUp() {
  const asked: MailMessage[] = [];
  const away = new Set<string>();
  const notifications = new NotificationsInMemory();
  const handle = notifyOfChanges({
    notifications,
    mails: {
      send: async (message) => {
        if (away.has(message.employeeId)) throw new Error("SQS is away");
        asked.push(message);
      },
    },
  });
  const deliver = async (...Records: DynamoDBRecord[]) => await handle({ Records }, aContext);
  const inbox = async (id: EmployeeId) => (await notifications.list(id)).map(({ code }) => code);
  return { asked, away, notifications, deliver, inbox };
}

test("changes are told in their order in the inbox, and their mails are asked for", async () => {
  const { deliver, asked, inbox } = setUp();
  const answer = await deliver(
    aStreamRecord({ before: siti, after: promoted }, "1"),
    aStreamRecord({ before: promoted, after: retired }, "2"),
  );

  expect(answer).toEqual({ batchItemFailures: [] });
  expect(asked).toEqual([
    { employeeId: siti.id, notificationId: `${promoted.updatedAt}#2` },
    { employeeId: siti.id, notificationId: `${retired.updatedAt}#3` },
  ]);
  expect(await inbox(siti.id)).toEqual(["card-ended", "card-changed"]);
});

test("a change that comes twice is told once, and its mail is asked for until it is sent", async () => {
  const { deliver, asked, notifications, inbox } = setUp();
  const record = aStreamRecord({ before: siti, after: promoted });
  await deliver(record, record);
  for (const message of asked) await notifications.settleMail(message, "sent");
  await deliver(record);

  expect(asked).toHaveLength(2);
  expect(await inbox(siti.id)).toEqual(["card-changed"]);
});

test("a new record is nobody's news", async () => {
  const { deliver, asked } = setUp();

  expect(await deliver(aStreamRecord({ after: siti }))).toEqual({ batchItemFailures: [] });
  expect(asked).toEqual([]);
});

test("a mail that cannot be asked for stops the stream there, and all of them are asked for when it comes back", async () => {
  const { deliver, asked, away, inbox } = setUp();
  const budi = anEmployee({ id: "emp_budi" });
  const batch = [
    aStreamRecord({ before: siti, after: promoted }, "1"),
    aStreamRecord({ before: budi, after: { ...promoted, id: budi.id } }, "2"),
    aStreamRecord({ before: promoted, after: retired }, "3"),
  ];
  away.add("emp_budi");

  expect(await deliver(...batch)).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
  expect(await inbox("emp_budi")).toEqual(["card-changed"]);
  away.clear();
  expect(await deliver(...batch.slice(1))).toEqual({ batchItemFailures: [] });
  expect(asked.map(({ employeeId }) => employeeId)).toEqual([siti.id, budi.id, siti.id]);
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
  const { deliver, asked, notifications } = setUp();
  await deliver(decided("approved"));
  for (const message of asked) await notifications.settleMail(message, "sent");
  await deliver(decided("approved"));

  expect(asked.map(({ employeeId }) => employeeId)).toEqual(["emp_oka", siti.id]);
  expect(await notifications.list("emp_oka")).toMatchObject([{ code: "request-approved" }]);
  expect(await notifications.list(siti.id)).toMatchObject([{ code: "roles-changed" }]);
});

test("a refusal is told to who asked alone, a withdrawal to nobody", async () => {
  const { deliver, inbox } = setUp();
  await deliver(decided("refused"), decided("withdrawn"));

  expect(await inbox("emp_oka")).toEqual(["request-refused"]);
  expect(await inbox(siti.id)).toEqual([]);
});

const happened = (action: AccountAction) =>
  anEntryRecord(
    entryOf({
      employeeId: siti.id,
      action,
      actor: { role: "holder", id: siti.id },
      at: new Date("2026-11-26T03:00:00.000Z"),
      origin: { browser: "chrome", country: "ID" },
    }),
  );

test("an event that gives a way into the account is told to its holder once, by mail too", async () => {
  const { deliver, asked, notifications } = setUp();
  await deliver(happened("password-reset"));
  for (const message of asked) await notifications.settleMail(message, "sent");
  await deliver(happened("password-reset"));

  expect(asked).toHaveLength(1);
  expect(await notifications.list(siti.id)).toMatchObject([
    { code: "password-reset", at: "2026-11-26T03:00:00.000Z" },
  ]);
});

test("of something that waits the item says which, so that its mail's link cancels that one", async () => {
  const { deliver, asked, notifications } = setUp();
  const entry = entryOf({
    ...{ employeeId: siti.id, action: "mfa-reset-asked", actor: { role: "officer" } },
    ...{ at: new Date("2026-11-26T03:00:00.000Z"), matterId: "apr_1" },
  });
  await deliver(anEntryRecord(entry));

  const [message] = asked;
  expect(message && (await notifications.mailsOf(message))).toMatchObject({ matterId: "apr_1" });
});

test("a login in a known browser is nobody's news", async () => {
  const { deliver, asked, inbox } = setUp();
  await deliver(happened("signed-in"), happened("signed-out"));

  expect(asked).toEqual([]);
  expect(await inbox(siti.id)).toEqual([]);
});

test("two events of one moment are two items", async () => {
  const { deliver, inbox } = setUp();
  const second = happened("authenticator-registered");
  const NewImage = { ...second.dynamodb?.NewImage, revision: { N: "1795748400001" } };
  await deliver(happened("password-reset"), { ...second, dynamodb: { NewImage } });

  expect([...(await inbox(siti.id))].sort()).toEqual([
    "authenticator-registered",
    "password-reset",
  ]);
});
