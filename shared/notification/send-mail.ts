import type { AccountRecords } from "#shared/account/account-record.ts";
import { absentFrom } from "#shared/account/mfa-reset.ts";
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
import { mobileNumber, type Sms } from "#shared/sms/sms.ts";
import { isSecurity } from "./catalogue.ts";
import type { MailAllowance } from "./mail-allowance.ts";
import { linksOf } from "./mail-links.ts";
import { type MailPlans, nextSummary, withPlace } from "./mail-plan.ts";
import { claimSeconds, isDeaf, recipientsOf } from "./mail-recipients.ts";
import type {
  ItemMails,
  MailLink,
  MailMessage,
  NotificationMails,
  Notifications,
} from "./notification.ts";
import type { NotificationCode } from "./notification-codes.ts";
import { mailTexts } from "./notification-texts.ts";

interface SendMail {
  readonly notifications: Pick<
    Notifications,
    "mailsOf" | "claimMails" | "releaseMails" | "settleMail" | "settleFormerMail"
  >;
  readonly plans: Pick<MailPlans, "find" | "replace" | "keep">;
  readonly employees: Pick<Employees, "find">;
  readonly links: Pick<MailedLinks, "add">;
  readonly accountRecords: Pick<AccountRecords, "startMfaReset">;
  readonly mailer: Pick<NotificationMails, "send">;
  readonly allowance: Pick<MailAllowance, "take">;
  /** For who has no mailbox that works. */
  readonly sms: Sms;
  readonly clock: Clock;
}

/** Of one text: two parts of 153 letters («GSM 03.38», concatenated). */
const mostLetters = 306;

/** When to look again at what another sender has. */
const claimedElsewhereSeconds = 30;

/** What became of one mail. */
export interface MailOutcome {
  readonly code: NotificationCode;
  /**
   * "undeliverable": mails to the address came back before, so none was sent. "kept": it waits for the summary. "unwanted": the holder
   * reads the inbox alone. "texted": no mailbox works, and the phone of the record got it.
   */
  readonly mail: MailAnswer | "undeliverable" | "kept" | "unwanted" | "texted";
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

async function sendClaimed(
  dependencies: SendMail,
  message: MailMessage,
  item: ItemMails,
): Promise<readonly MailOutcome[]> {
  const { notifications, employees } = dependencies;
  const { code } = item;
  const person = await employees.find(message.employeeId);
  const outcomes: MailOutcome[] = [];
  let own: MailOutcome["mail"] = "undeliverable";
  // A record is never deleted; one that is not there has no address.
  for (const { to, isFormer } of person ? recipientsOf(person, item) : []) {
    const mail = isFormer
      ? await sendNow(dependencies, message, { item, to, isFormer })
      : await sendInTurn(dependencies, message, { item, to, isFormer });
    outcomes.push({ code, mail });
    if (isFormer) await notifications.settleFormerMail(message, to);
    else own = mail;
  }
  if (person && isDeaf(person))
    outcomes.push({
      code,
      mail: (await text(dependencies, person, code)) ? "texted" : "undeliverable",
    });
  if (own !== "kept") await notifications.settleMail(message, own === "sent" ? "sent" : "refused");
  return outcomes;
}

/** Where mails do not arrive, what is about security is texted to the phone of the record, if the deployment has a gateway. */
async function text(
  { sms }: Pick<SendMail, "sms">,
  { phone, diedOn }: Employee,
  code: NotificationCode,
): Promise<boolean> {
  const to = diedOn === undefined ? mobileNumber(phone) : undefined;
  if (!to || !isSecurity(code)) return false;
  const { subject, lines } = mailTexts[code];
  return await sms.send(to, `${subject}. ${lines[0] ?? ""}`.slice(0, mostLetters));
}

interface Addressed {
  readonly item: ItemMails;
  readonly to: string;
  readonly isFormer: boolean;
}

async function sendNow(
  dependencies: SendMail,
  message: MailMessage,
  { item, to, isFormer }: Addressed,
): Promise<MailAnswer> {
  const { at, code, matterId } = item;
  const about = { employeeId: message.employeeId, about: at, matterId };
  const purposes = linksOf(code, isFormer);
  const mail = await sendOne(dependencies, { to, code, purposes, ...about });
  if (mail === "sent") await startReset(dependencies, message, item);
  return mail;
}

/** To the record's address, by the holder's wish and the day's room. */
async function sendInTurn(
  dependencies: SendMail,
  message: MailMessage,
  addressed: Addressed,
): Promise<MailOutcome["mail"]> {
  const { plans, clock } = dependencies;
  const turn = await turnOf(dependencies, message, addressed.item.code);
  if (turn === "never") return "unwanted";
  if (turn === "now") return await sendNow(dependencies, message, addressed);
  // While this sender has the item, nothing else takes it from its waiting.
  if (!(await plans.keep(message, nextSummary(clock.now()))))
    throw new Busy(claimedElsewhereSeconds);
  return "kept";
}

/** Places that two mails of one person want at the same moment are tried so often. */
const tries = 5;

/**
 * Whether the mail to the record's address goes now, waits for the summary, or is not wanted (decision 0090).
 * @throws Busy while other mails of the same person take their places
 */
async function turnOf(
  { plans, clock }: Pick<SendMail, "plans" | "clock">,
  { employeeId, notificationId }: MailMessage,
  code: NotificationCode,
): Promise<"now" | "later" | "never"> {
  if (isSecurity(code)) return "now";
  for (let i = 0; i < tries; i++) {
    const plan = await plans.find(employeeId);
    if (plan.wish === "inbox-only") return "never";
    const placed = plan.wish === "daily" ? undefined : withPlace(plan, notificationId, clock.now());
    if (!placed) return "later";
    if (placed === plan || (await plans.replace(placed))) return "now";
  }
  throw new Busy(claimedElsewhereSeconds);
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
