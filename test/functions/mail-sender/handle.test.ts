import { beforeEach, expect, test, vi } from "vitest";
import { DayFull, type MailAnswer } from "#shared/mail/mail.ts";
import { Busy } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { smsOf } from "#shared/sms/sms.ts";
import { sendMails } from "../../../functions/mail-sender/handle.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext, aMessage } from "../../support/lambda-events.ts";
import { MailPlansInMemory } from "../../support/mail-plans-in-memory.ts";
import { MailedLinksInMemory } from "../../support/mailed-links-in-memory.ts";
import { aNotification, mailsOf } from "../../support/notification-table-contract.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";

const siti = anEmployee();
const sentAt = "2026-11-21T03:00:00.000Z";

beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(logger, level).mockReturnValue();
});

async function setUp(send: () => Promise<MailAnswer> = async () => "sent") {
  const mailer = { send: vi.fn(send), sendSummary: vi.fn(send) };
  const delays = { delay: vi.fn(async () => {}) };
  const deadLetters = { send: vi.fn(async () => {}) };
  const clock = new FakeClock(sentAt);
  const notifications = new NotificationsInMemory();
  await notifications.add(aNotification());
  const handle = sendMails({
    ...{ notifications, plans: new MailPlansInMemory(notifications) },
    employees: new EmployeesInMemory(siti),
    links: new MailedLinksInMemory(),
    accountRecords: new AccountRecordsInMemory(),
    mailer,
    allowance: { take: async () => {} },
    sms: smsOf("off"),
    ...{ delays, deadLetters, clock },
  });
  const deliver = async (body: unknown = mailsOf(aNotification())) =>
    await handle({ Records: [aMessageOf(body)] }, aContext);
  return { deliver, mailer, delays, deadLetters, clock };
}

function aMessageOf(body: unknown) {
  const message = aMessage(JSON.stringify(body));
  const SentTimestamp = String(Date.parse(sentAt));
  return { ...message, attributes: { ...message.attributes, SentTimestamp } };
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

test("an address that SES's sandbox does not know is a warning, and is not tried again", async () => {
  const { deliver, mailer } = await setUp(async () => "unverified");

  expect(await deliver()).toEqual({ batchItemFailures: [] });
  expect(await deliver()).toEqual({ batchItemFailures: [] });
  expect(mailer.send).toHaveBeenCalledTimes(1);
  expect(vi.mocked(logger.warn).mock.calls).toEqual([
    ["mail.unverified", { employeeId: siti.id, code: "card-changed" }],
  ]);
  expect(logger.error).not.toHaveBeenCalled();
});

test.each([new DayFull(), new Error("SES is away")])(
  "after 13 days a mail is given up to the dead letters, and still waits in the inbox item: %s",
  async (failure) => {
    const send = vi.fn<() => Promise<MailAnswer>>().mockRejectedValue(failure);
    const { deliver, delays, deadLetters, clock } = await setUp(send);
    clock.advance({ days: 13, seconds: -1 });
    expect(await deliver()).toEqual(failed);
    expect(deadLetters.send).not.toHaveBeenCalled();
    vi.mocked(logger.error).mockClear();
    delays.delay.mockClear();

    clock.advance({ seconds: 1 });
    expect(await deliver()).toEqual({ batchItemFailures: [] });
    expect(deadLetters.send.mock.calls).toEqual([[mailsOf(aNotification())]]);
    expect(delays.delay).not.toHaveBeenCalled();
    const fields = { ...mailsOf(aNotification()), error: failure.name };
    expect(vi.mocked(logger.error).mock.calls).toEqual([
      ["mail.given-up", expect.objectContaining(fields)],
    ]);

    // A redrive sends it.
    send.mockResolvedValue("sent");
    expect(await deliver()).toEqual({ batchItemFailures: [] });
    expect(logger.info).toHaveBeenCalledWith("mail.sent", expect.anything());
  },
);

test("a mail that cannot be given up comes again", async () => {
  const { deliver, deadLetters, clock } = await setUp(async () => {
    throw new DayFull();
  });
  deadLetters.send.mockRejectedValue(new Error("SQS is away"));
  clock.advance({ days: 13 });

  expect(await deliver()).toEqual(failed);
});

test.each([
  ["SES's day is full", new DayFull(), true],
  ["SES is busy", new Busy(5), false],
])(
  "when %s the mail waits without an error, and only the day is counted",
  async (_, failure, isCounted) => {
    const { deliver, delays } = await setUp(async () => {
      throw failure;
    });

    expect(await deliver()).toEqual(failed);
    expect(delays.delay).toHaveBeenCalledWith("receipt", expect.any(Number));
    expect(logger.error).not.toHaveBeenCalled();
    const counted = vi
      .mocked(logger.warn)
      .mock.calls.filter(([event]) => event === "mail.day-full");
    expect(counted).toEqual(isCounted ? [["mail.day-full", mailsOf(aNotification())]] : []);
  },
);

test("a message that is none of ours fails, and is not sent", async () => {
  const { deliver, mailer } = await setUp();

  expect(await deliver({ to: siti.email })).toEqual(failed);
  expect(mailer.send).not.toHaveBeenCalled();
  expect(JSON.stringify(vi.mocked(logger.error).mock.calls)).not.toContain(siti.email);
});
