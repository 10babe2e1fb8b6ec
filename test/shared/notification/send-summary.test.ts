import { expect, test, vi } from "vitest";
import { chooseMails } from "#shared/notification/choose-mails.ts";
import { summaryId } from "#shared/notification/mail-plan.ts";
import type { MailMessage, Notification } from "#shared/notification/notification.ts";
import type { NotificationCode } from "#shared/notification/notification-codes.ts";
import { sendMail } from "#shared/notification/send-mail.ts";
import { askForSummaries, sendSummary } from "#shared/notification/send-summary.ts";
import { logger } from "#shared/runtime/logger.ts";
import { smsOf } from "#shared/sms/sms.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { inboxesInMemory } from "../../support/mail-plans-in-memory.ts";
import { MailedLinksInMemory } from "../../support/mailed-links-in-memory.ts";
import { aNotification, mailsOf } from "../../support/notification-table-contract.ts";

const siti = anEmployee();

/** A holder who is told things, senders, and the job; 10.00 in Jakarta. */
function world() {
  const { notifications, plans } = inboxesInMemory();
  const sent: (NotificationCode | readonly NotificationCode[])[] = [];
  let isAway = false;
  const put = (what: NotificationCode | readonly NotificationCode[]) => {
    if (isAway) throw new Error("SES is away");
    sent.push(what);
    return "sent" as const;
  };
  const breakSes = (away: boolean) => {
    isAway = away;
  };
  const asked: string[] = [];
  const api = {
    ...{ notifications, plans },
    ...{ employees: new EmployeesInMemory(siti), links: new MailedLinksInMemory() },
    mailer: {
      send: async (_: string, code: NotificationCode) => put(code),
      sendSummary: async (_: string, codes: readonly NotificationCode[]) => put(codes),
    },
    mails: {
      send: async () => {},
      sendAll: async (messages: readonly MailMessage[]) =>
        void asked.push(...messages.map(({ notificationId }) => notificationId)),
    },
    accountRecords: new AccountRecordsInMemory(),
    sms: smsOf("off"),
    ...{ allowance: { take: async () => {} }, clock: new FakeClock("2026-11-21T03:00:00.000Z") },
  };
  let count = 0;
  const tell = async (code: NotificationCode) => {
    const at = api.clock.now().toISOString();
    const item: Notification = aNotification({
      code,
      at,
      id: `${at}#${String(++count).padStart(2, "0")}`,
    });
    await notifications.add(item);
    await sendMail(api, mailsOf(item));
    return item;
  };
  /** What a run of the job has sent. */
  const run = async () => {
    asked.length = 0;
    await askForSummaries(api);
    const outcomes = [];
    for (const id of asked) if (id === summaryId) outcomes.push(await sendSummary(api, siti.id));
    return outcomes;
  };
  return { ...api, api, asked, sent, tell, run, breakSes };
}

const codes = [
  "card-changed",
  "record-changed",
  "photo-confirmed",
  "card-restored",
  "card-changed",
] as const;

test("of ten notices of a day three are mailed, the rest is one mail of the next morning, and nothing twice", async () => {
  const { tell, run, sent, clock, notifications } = world();
  for (const code of [...codes, ...codes]) await tell(code);
  expect(sent).toEqual(codes.slice(0, 3));
  expect(await run()).toEqual([]);
  clock.advance({ hours: 21 });
  expect(await run()).toEqual(["sent"]);
  expect(await run()).toEqual([]);

  expect(sent.slice(3)).toEqual([
    ["card-restored", "card-changed", "record-changed", "photo-confirmed"],
  ]);
  expect(await notifications.kept(siti.id)).toEqual([]);
  expect(await notifications.list(siti.id)).toHaveLength(10);
});

test("what is about security is mailed at once, however full the day is and whatever the holder wishes", async () => {
  const { tell, sent, api } = world();
  for (const code of codes) await tell(code);
  await tell("password-changed");
  await chooseMails(api, siti.id, "inbox-only");
  await tell("email-changed");

  expect(sent.slice(3)).toEqual(["password-changed", "email-changed"]);
});

test("the summary takes one of the day's three places", async () => {
  const { tell, run, sent, clock } = world();
  for (const code of codes) await tell(code);
  clock.advance({ hours: 21 });
  await run();
  for (const code of codes) await tell(code);

  // Three of the first day; summary and two of the second.
  expect(sent).toHaveLength(6);
});

test("a day that is full before its summary has it a day later", async () => {
  const { tell, run, sent, clock } = world();
  for (const code of codes) await tell(code);
  // 00.30 in Jakarta.
  clock.advance({ hours: 14, minutes: 30 });
  for (const code of codes) await tell(code);
  clock.advance({ hours: 7 });
  expect(await run()).toEqual(["later"]);
  expect(sent).toHaveLength(6);
  clock.advance({ hours: 24 });
  expect(await run()).toEqual(["sent"]);
  expect(sent).toHaveLength(7);
});

test("who wishes a daily summary gets nothing else; who wishes the inbox alone gets none", async () => {
  const { tell, run, sent, clock, api } = world();
  await chooseMails(api, siti.id, "daily");
  await tell("card-changed");
  expect(sent).toEqual([]);
  clock.advance({ hours: 21 });
  expect(await run()).toEqual(["sent"]);
  await tell("record-changed");
  await chooseMails(api, siti.id, "inbox-only");
  await tell("photo-confirmed");
  clock.advance({ hours: 24 });

  expect(await run()).toEqual(["unwanted"]);
  expect(sent).toEqual([["card-changed"]]);
});

test("a summary that SES did not take is tried again, and a second sender at the same moment waits", async () => {
  const { tell, run, sent, clock, api, breakSes } = world();
  await chooseMails(api, siti.id, "daily");
  await tell("card-changed");
  clock.advance({ hours: 21 });
  breakSes(true);
  await expect(run()).rejects.toThrow("SES is away");
  breakSes(false);
  const both = await Promise.allSettled([sendSummary(api, siti.id), sendSummary(api, siti.id)]);

  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(sent).toEqual([["card-changed"]]);
  expect(await sendSummary(api, siti.id)).toBe("none");
});

test("summaries of days on which no job ran are asked for all the same", async () => {
  const { tell, run, sent, clock, api } = world();
  await chooseMails(api, siti.id, "daily");
  await tell("card-changed");
  clock.advance({ hours: 24 * 9 });

  expect(await run()).toEqual(["sent"]);
  expect(sent).toEqual([["card-changed"]]);
});

test("a run asks for thousands; what a queue refuses waits for the next run, and the others are asked for", async () => {
  const error = vi.spyOn(logger, "error").mockReturnValue();
  const { api, asked, plans } = world();
  for (let i = 0; i < 1230; i++) await plans.ask(`emp_${i}`, "2026-11-20");
  const refusing = vi.spyOn(api.mails, "sendAll").mockRejectedValueOnce(new Error("refused"));
  await expect(askForSummaries(api)).rejects.toThrow("refused");
  refusing.mockRestore();
  expect(asked).toHaveLength(1180);
  expect(error.mock.calls).toMatchObject([
    ["job.item-failed", { part: "summaries", id: "2026-11-20 emp_0" }],
  ]);
  expect(await askForSummaries(api)).toBe(50);
  expect(await askForSummaries(api)).toBe(0);
});

test("a day that is still due when the next one is, is told to an alarm", async () => {
  const warn = vi.spyOn(logger, "warn").mockReturnValue();
  const { api, plans } = world();
  await plans.ask("emp_a", "2026-11-21");
  expect(await askForSummaries(api)).toBe(1);
  expect(warn).not.toHaveBeenCalled();
  await plans.ask("emp_b", "2026-11-20");
  await plans.ask("emp_c", "2026-11-19");
  expect(await askForSummaries(api)).toBe(2);
  expect(warn.mock.calls).toEqual([
    ["summaries.late", { day: "2026-11-19", found: 1 }],
    ["summaries.late", { day: "2026-11-20", found: 1 }],
  ]);
});
