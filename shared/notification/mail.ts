/** Mails to holders, and how many may be sent. */
import { Busy } from "#shared/runtime/errors.ts";
import type { NotificationCode } from "./notification.ts";

/**
 * "refused": it will never be taken, because the address is none. "unverified": our account is in SES's sandbox, which sends to verified
 * addresses only («Verified identities in Amazon SES», SES Developer Guide).
 */
export type MailAnswer = "sent" | "refused" | "unverified";

export interface NotificationMails {
  /**
   * @throws DayFull when SES takes no more mails today; whatever may work later, also the other kinds of `MessageRejected`: they are about
   * us (sender or account), not about the address
   */
  send(to: string, code: NotificationCode): Promise<MailAnswer>;
}

/** What SES lets our account send, reset codes included. */
export interface SendingQuota {
  readonly perSecond: number;
  /** In any 24 hours, and how many of them are sent. */
  readonly perDay: number;
  readonly sentInDay: number;
}

export interface SendingAccount {
  quota(): Promise<SendingQuota>;
}

/**
 * SES takes no more mails today. Its 24 hours end for some mails at every moment, so waiting mails look again long before the day is
 * over.
 */
export class DayFull extends Busy {
  constructor() {
    super(4 * 3600);
  }
}
