import type { AccountRecords } from "#shared/account/account-record.ts";
import { absentFrom } from "#shared/account/mfa-reset.ts";
import { formerAddresses } from "#shared/employee/email-move.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { MailAnswer } from "#shared/mail/mail.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Busy } from "#shared/runtime/errors.ts";
import {
  type LinkPurpose,
  type MailedLink,
  type MailedLinks,
  makeLink,
} from "#shared/session/mailed-link.ts";
import type { MailAllowance } from "./mail-allowance.ts";
import { isForFormer, linksOf } from "./mail-links.ts";
import type {
  ItemMails,
  MailLink,
  MailMessage,
  NotificationMails,
  Notifications,
} from "./notification.ts";
import type { NotificationCode } from "./notification-codes.ts";

interface SendMail {
  readonly notifications: Pick<
    Notifications,
    "mailsOf" | "claimMails" | "releaseMails" | "settleMail" | "settleFormerMail"
  >;
  readonly employees: Pick<Employees, "find">;
  readonly links: Pick<MailedLinks, "add">;
  readonly accountRecords: Pick<AccountRecords, "startMfaReset">;
  readonly mailer: Pick<NotificationMails, "send">;
  readonly allowance: Pick<MailAllowance, "take">;
  readonly clock: Clock;
}

/** Longer than a sender runs (`mail-queue`), so that its claim ends by itself when it dies. */
const claimSeconds = 90;
/** When to look again at what another sender has. */
const claimedElsewhereSeconds = 30;

/** What became of one mail. */
export interface MailOutcome {
  readonly code: NotificationCode;
  /** "undeliverable": mails to the address came back before, so none was sent. */
  readonly mail: MailAnswer | "undeliverable";
}

/**
 * Sends what waits of an inbox item: first to addresses of before a change of it, then to the one that the record has now. Each is noted by itself, so
 * a repeated message sends only what is left, also at the same moment. If the function ends between a mail and its note, the mail is
 * sent twice.
 * @returns what was sent or settled now
 * @throws Busy, and what mailer, table and SES throw when it may work later
 */
export async function sendMail(
  dependencies: SendMail,
  message: MailMessage,
): Promise<readonly MailOutcome[]> {
  const { notifications, clock } = dependencies;
  const now = clock.now();
  const until = new Date(now.getTime() + 1000 * claimSeconds);
  const item = await notifications.claimMails(message, { now, until });
  if (!item) {
    const known = await notifications.mailsOf(message);
    if (known?.mail === "waiting") throw new Busy(claimedElsewhereSeconds);
    return [];
  }
  try {
    return await sendClaimed(dependencies, message, item);
  } catch (error) {
    await notifications.releaseMails(message);
    throw error;
  }
}

interface Recipient {
  readonly to: string;
  readonly isFormer: boolean;
}

/** Former addresses first. If a stranger changed the address, its holder does not read the record's. */
function recipientsOf(
  person: Employee,
  { at, code, settled = [] }: ItemMails,
): readonly Recipient[] {
  const isTold = isForFormer(code) && person.diedOn === undefined;
  const former = isTold ? formerAddresses(person, at) : [];
  const { email } = person;
  const own = email && !isDeaf(person) ? [{ to: email, isFormer: false }] : [];
  const waiting = former.filter((to) => !settled.includes(to));
  return [...waiting.map((to) => ({ to, isFormer: true })), ...own];
}

/** No mail reaches the record's address, or it has none, or its holder has died. */
function isDeaf({ email, emailFailedAt, diedOn }: Employee): boolean {
  return email === undefined || emailFailedAt !== undefined || diedOn !== undefined;
}

async function sendClaimed(
  dependencies: SendMail,
  message: MailMessage,
  item: ItemMails,
): Promise<readonly MailOutcome[]> {
  const { notifications, employees } = dependencies;
  const { employeeId } = message;
  const { code } = item;
  const person = await employees.find(employeeId);
  const outcomes: MailOutcome[] = [];
  let own: MailOutcome["mail"] = "undeliverable";
  // A record is never deleted; one that is not there has no address.
  for (const { to, isFormer } of person ? recipientsOf(person, item) : []) {
    const about = { employeeId, about: item.at, matterId: item.matterId };
    const purposes = linksOf(code, isFormer);
    const mail = await sendOne(dependencies, { to, code, purposes, ...about });
    outcomes.push({ code, mail });
    if (mail === "sent") await startReset(dependencies, message, item);
    if (isFormer) await notifications.settleFormerMail(message, to);
    else own = mail;
  }
  if (person && isDeaf(person)) outcomes.push({ code, mail: "undeliverable" });
  await notifications.settleMail(message, own === "sent" ? "sent" : "refused");
  return outcomes;
}

/** The day in which an absent holder can cancel begins with the first mail that SES took. Without one the reset never takes effect. */
async function startReset(
  { accountRecords, clock }: Pick<SendMail, "accountRecords" | "clock">,
  { employeeId }: MailMessage,
  { code, matterId }: ItemMails,
): Promise<void> {
  if (code === "mfa-reset-approved" && matterId !== undefined)
    await accountRecords.startMfaReset(employeeId, matterId, absentFrom(clock.now()));
}

/** A mail that is sent twice has links of its own each time, and all work. */
async function sendOne(
  { allowance, mailer, links, clock }: Pick<SendMail, "allowance" | "mailer" | "links" | "clock">,
  {
    to,
    code,
    purposes,
    ...about
  }: {
    readonly to: string;
    readonly code: NotificationCode;
    readonly purposes: readonly LinkPurpose[];
  } & Pick<MailedLink, "employeeId" | "about" | "matterId">,
): Promise<MailAnswer> {
  await allowance.take();
  const made: MailLink[] = [];
  for (const purpose of purposes)
    made.push({ purpose, secret: await makeLink(links, { purpose, ...about }, clock.now()) });
  return await mailer.send(to, code, ...made);
}
