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
import { formerLinks, ownLinks } from "./mail-links.ts";
import type {
  ItemMails,
  MailMessage,
  NotificationCode,
  NotificationMails,
  Notifications,
} from "./notification.ts";

interface SendMail {
  readonly notifications: Pick<
    Notifications,
    "mailsOf" | "claimMails" | "releaseMails" | "settleMail" | "settleFormerMail"
  >;
  readonly employees: Pick<Employees, "find">;
  readonly links: Pick<MailedLinks, "add">;
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
 * Sends what waits of an inbox item: first to the former address, then to the one that the record has now. Each is noted by itself, so
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
    if (known && waits(known)) throw new Busy(claimedElsewhereSeconds);
    return [];
  }
  try {
    return await sendClaimed(dependencies, message, item);
  } catch (error) {
    await notifications.releaseMails(message);
    throw error;
  }
}

function waits({ mail, formerEmail }: ItemMails): boolean {
  return mail === "waiting" || formerEmail !== undefined;
}

async function sendClaimed(
  dependencies: SendMail,
  message: MailMessage,
  { code, formerEmail, ...item }: ItemMails,
): Promise<readonly MailOutcome[]> {
  const { notifications, employees } = dependencies;
  const { employeeId } = message;
  const outcomes: MailOutcome[] = [];
  const send = async (to: string, purpose: LinkPurpose | undefined) => {
    const about = { employeeId, about: item.at, matterId: item.matterId };
    const mail = await sendOne(dependencies, { to, code, purpose, ...about });
    outcomes.push({ code, mail });
    return mail;
  };
  if (formerEmail !== undefined) {
    await send(formerEmail, formerLinks[code]);
    await notifications.settleFormerMail(message);
  }
  if (item.mail !== "waiting") return outcomes;
  const person = await employees.find(employeeId);
  // A record is never deleted; one that is not there has no address.
  if (!person || person.emailFailedAt) {
    if (person) outcomes.push({ code, mail: "undeliverable" });
    await notifications.settleMail(message, "refused");
  } else {
    const mail = await send(person.email, ownLinks[code]);
    await notifications.settleMail(message, mail === "sent" ? "sent" : "refused");
  }
  return outcomes;
}

/** A mail that is sent twice has a second link, and both work. */
async function sendOne(
  { allowance, mailer, links, clock }: Pick<SendMail, "allowance" | "mailer" | "links" | "clock">,
  {
    to,
    code,
    purpose,
    ...about
  }: {
    readonly to: string;
    readonly code: NotificationCode;
    readonly purpose: LinkPurpose | undefined;
  } & Pick<MailedLink, "employeeId" | "about" | "matterId">,
): Promise<MailAnswer> {
  await allowance.take();
  if (!purpose) return await mailer.send(to, code);
  const secret = await makeLink(links, { purpose, ...about }, clock.now());
  return await mailer.send(to, code, { purpose, secret });
}
