import type { Context, DynamoDBRecord } from "aws-lambda";
import { beforeEach, expect, test, vi } from "vitest";
import type { NotificationCode } from "#shared/notification/notification.ts";
import { logger } from "#shared/runtime/logger.ts";
import { notifyOfChanges } from "../../../functions/notifier/handle.ts";
import { anEmployee } from "../../support/builders.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";
import { aStreamRecord } from "../../support/stream-records.ts";

const siti = anEmployee();
const promoted = anEmployee({
  golongan: "III/b",
  revision: 2,
  updatedAt: "2026-11-21T03:00:00.000Z",
});
const retired = anEmployee({
  ...promoted,
  kedudukanHukum: "99",
  revision: 3,
  updatedAt: "2026-11-21T04:00:00.000Z",
});

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

function setUp() {
  const mails: { to: string; code: NotificationCode }[] = [];
  const refused = new Set<string>();
  const notifications = new NotificationsInMemory();
  const handle = notifyOfChanges({
    notifications,
    mailer: {
      send: async (to, code) => {
        if (refused.has(to)) throw new Error(`${to} is not an address`);
        mails.push({ to, code });
      },
    },
  });
  const deliver = async (...Records: DynamoDBRecord[]) => await handle({ Records }, {} as Context);
  return { mails, refused, notifications, deliver };
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

test("a mail that is refused stops the stream there, and those before are not sent again", async () => {
  const { deliver, mails, refused } = setUp();
  const broken = { ...siti, id: "emp_broken", email: "broken" } as const;
  refused.add("broken");
  const batch = [
    aStreamRecord({ before: siti, after: promoted }, "1"),
    aStreamRecord({ before: broken, after: { ...broken, golongan: "III/b", revision: 2 } }, "2"),
    aStreamRecord({ before: promoted, after: retired }, "3"),
  ];

  expect(await deliver(...batch)).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
  refused.clear();
  expect(await deliver(...batch)).toEqual({ batchItemFailures: [] });
  expect(mails.map(({ to }) => to)).toEqual([siti.email, "broken", siti.email]);
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
