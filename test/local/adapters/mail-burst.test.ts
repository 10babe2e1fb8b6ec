/** A burst of notices against SES's rate and its day: none is lost, and SES refuses none (decision 0027). */

import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { MailAllowance } from "#shared/notification/mail-allowance.ts";
import { NotificationMailer } from "#shared/notification/notification-mailer.ts";
import { logger } from "#shared/runtime/logger.ts";
import { Pace } from "#shared/runtime/pace.ts";
import { smsOf } from "#shared/sms/sms.ts";
import { sendMails } from "../../../functions/mail-sender/handle.ts";
import { notifyOfChanges } from "../../../functions/notifier/handle.ts";
import type { SendQuota } from "../../../local/cloud/ses/send-email.ts";
import { createSes, type Ses } from "../../../local/cloud/ses/ses-service.ts";
import { createSqs } from "../../../local/cloud/sqs/sqs-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { siteUrl } from "../../support/call-api.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { aContext } from "../../support/lambda-events.ts";
import { MailPlansInMemory } from "../../support/mail-plans-in-memory.ts";
import { MailedLinksInMemory } from "../../support/mailed-links-in-memory.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";
import { aStreamRecord } from "../../support/stream-records.ts";
import { PacedQueue } from "./paced-queue.ts";

const usualSenders = 2;
vi.setConfig({ testTimeout: 180_000 });
let cloud: ServicesUnderTest;

beforeEach(() => {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(logger, level).mockReturnValue();
});
afterEach(() => cloud.stop());

/** Notices of so many people at once, sent until no mail waits. @param waitedDays before anybody sends */
async function burst(
  people: readonly Employee[],
  quota: SendQuota,
  { waitedDays = 0, senders = usualSenders } = {},
) {
  const started: Ses[] = [];
  cloud = await startServices((context) => {
    const ses = createSes(context, { quota });
    ses.ensureIdentity("asn.example.go.id");
    ses.ensureConfigurationSet("mails");
    started.push(ses);
    return [createSqs(context), ses];
  });
  const queue = await PacedQueue.create(cloud, { receives: 160, visibilitySeconds: 360 });
  const notifications = new NotificationsInMemory();
  const notify = notifyOfChanges({ notifications, mails: queue });
  const at = cloud.clock.now().toISOString();
  const Records = people.map((before) => {
    const saved = { revision: 2, updatedAt: at, cardChangedAt: at };
    return aStreamRecord({ before, after: { ...before, golongan: "III/b", ...saved } });
  });
  expect(await notify({ Records }, aContext)).toEqual({ batchItemFailures: [] });
  const calls = { sent: 0, refused: 0 };
  cloud.clock.advance(waitedDays * 86_400_000);
  const worker = () =>
    sender(queue, { notifications, employees: new EmployeesInMemory(...people), calls, senders });
  const seconds = await queue.drain(Array.from({ length: senders }, worker), {
    ...{ batchSize: 10, leapSeconds: 300 },
  });
  const mails = started[0]?.mails() ?? [];
  const inboxes = await Promise.all(people.map(({ id }) => notifications.list(id)));
  return {
    ...{ seconds, calls, mails: mails.length, deadLetters: await queue.deadLetters() },
    reached: new Set(mails.flatMap(({ to }) => to)).size,
    told: inboxes.filter(({ length }) => length === 1).length,
  };
}

/** One process of mail-sender, with the SDK as a function has it. */
function sender(
  queue: PacedQueue,
  {
    notifications,
    employees,
    calls,
    senders,
  }: {
    notifications: NotificationsInMemory;
    employees: EmployeesInMemory;
    calls: { sent: number; refused: number };
    senders: number;
  },
) {
  const ses = new SESv2Client({ ...cloud.client, maxAttempts: 3 });
  ses.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== "SendEmailCommand") return await next(args);
        calls.sent += 1;
        return await next(args).catch((error) => {
          calls.refused += 1;
          throw error;
        });
      },
    { step: "finalizeRequest", priority: "low" },
  );
  const mailer = new NotificationMailer(ses, {
    ...{ from: "kartu@asn.example.go.id", siteUrl, configurationSet: "mails" },
  });
  const allowance = new MailAllowance({
    ...{ account: mailer, pace: new Pace(queue.time), clock: cloud.clock, senders },
  });
  const handle = sendMails({
    ...{
      notifications,
      plans: new MailPlansInMemory(notifications),
      employees,
      mailer,
      allowance,
      sms: smsOf("off"),
      clock: cloud.clock,
    },
    links: new MailedLinksInMemory(),
    accountRecords: new AccountRecordsInMemory(),
    ...{ delays: queue, deadLetters: queue.letters },
  });
  return (Records: Parameters<typeof handle>[0]["Records"]) => handle({ Records }, aContext);
}

const crowd = (size: number) =>
  Array.from({ length: size }, (_, i) =>
    anEmployee({ id: `emp_${i}`, email: `orang${i}@contoh.example` }),
  );

test("1,802 notices at once: all in the inboxes, all mailed once, none refused by SES's 14 a second", async () => {
  const people = crowd(1802);
  const { seconds, ...figures } = await burst(people, { maxSendRate: 14, max24HourSend: 50_000 });

  expect(figures).toEqual({
    calls: { sent: 1802, refused: 0 },
    ...{ mails: 1802, reached: 1802, told: 1802, deadLetters: 0 },
  });
  // At two thirds of 14 a second.
  expect(seconds).toBeGreaterThan(190);
});

test("more notices than SES takes in a day are mailed on the days after, and a tenth of each is left to codes", async () => {
  const people = crowd(120);
  const { seconds, ...figures } = await burst(people, { maxSendRate: 14, max24HourSend: 50 });

  expect(figures).toEqual({
    calls: { sent: 120, refused: 0 },
    ...{ mails: 120, reached: 120, told: 120, deadLetters: 0 },
  });
  // 45 a day.
  expect(seconds).toBeGreaterThan(2 * 86_400);
  expect(seconds).toBeLessThan(14 * 86_400);
});

test("what SES has no room for in 13 days is given up to the dead letters, before SQS deletes it", async () => {
  const people = crowd(20);
  // One a day; two senders who ask at once would each send one, out of what is left to codes.
  const quota = { maxSendRate: 14, max24HourSend: 2 };
  const alone = { waitedDays: 12.8, senders: 1 };
  const { seconds, ...figures } = await burst(people, quota, alone);

  expect(figures).toEqual({
    calls: { sent: 1, refused: 0 },
    ...{ mails: 1, reached: 1, told: 20, deadLetters: 19 },
  });
  expect(12.8 * 86_400 + seconds).toBeGreaterThan(13 * 86_400);
  expect(12.8 * 86_400 + seconds).toBeLessThan(14 * 86_400);
  const givenUp = vi.mocked(logger.error).mock.calls.filter(([event]) => event === "mail.given-up");
  expect(givenUp).toHaveLength(19);
});
