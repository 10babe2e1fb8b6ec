import { beforeEach, expect, test, vi } from "vitest";
import { Busy } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { sendMails } from "../../../functions/mail-sender/handle.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { aContext, aMessage } from "../../support/lambda-events.ts";
import { aNotification, mailsOf } from "../../support/notification-table-contract.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";

const siti = anEmployee();

beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(logger, level).mockReturnValue();
});

async function setUp(send: () => Promise<"sent" | "refused"> = async () => "sent") {
  const mailer = { send: vi.fn(send) };
  const delays = { delay: vi.fn(async () => {}) };
  const notifications = new NotificationsInMemory();
  await notifications.add(aNotification());
  const handle = sendMails({
    notifications,
    employees: new EmployeesInMemory(siti),
    mailer,
    allowance: { take: async () => {} },
    delays,
  });
  const deliver = async (body: unknown = mailsOf(aNotification())) =>
    await handle({ Records: [aMessage(JSON.stringify(body))] }, aContext);
  return { deliver, mailer, delays };
}

const failed = { batchItemFailures: [{ itemIdentifier: "m-1" }] };

test("the mail of a message is sent once, and the log says to whom by id", async () => {
  const { deliver, mailer } = await setUp();
  expect(await deliver()).toEqual({ batchItemFailures: [] });
  expect(await deliver()).toEqual({ batchItemFailures: [] });

  expect(mailer.send.mock.calls).toEqual([[siti.email, "card-changed"]]);
  expect(vi.mocked(logger.info).mock.calls).toEqual([
    ["mail.sent", { employeeId: siti.id, code: "card-changed" }],
  ]);
});

test("an address that is refused for good is reported by the record's id", async () => {
  const { deliver } = await setUp(async () => "refused");

  expect(await deliver()).toEqual({ batchItemFailures: [] });
  expect(vi.mocked(logger.error).mock.calls).toEqual([
    ["mail.refused", { employeeId: siti.id, code: "card-changed" }],
  ]);
});

test("when SES's day is full the mail waits, and nobody is alarmed", async () => {
  const { deliver, delays } = await setUp(async () => {
    throw new Busy(4 * 3600);
  });

  expect(await deliver()).toEqual(failed);
  expect(delays.delay).toHaveBeenCalledWith("receipt", expect.any(Number));
  expect(logger.error).not.toHaveBeenCalled();
});

test("a message that is none of ours fails, and is not sent", async () => {
  const { deliver, mailer } = await setUp();

  expect(await deliver({ to: siti.email })).toEqual(failed);
  expect(mailer.send).not.toHaveBeenCalled();
  expect(JSON.stringify(vi.mocked(logger.error).mock.calls)).not.toContain(siti.email);
});
