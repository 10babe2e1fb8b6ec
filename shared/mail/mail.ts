/** Mails to people, and how many may be sent. */
import { Busy } from "#shared/runtime/errors.ts";

/**
 * "refused": it will never be taken, because the address is none. "unverified": our account is in SES's sandbox, which sends to verified
 * addresses only («Verified identities in Amazon SES», SES Developer Guide).
 */
export type MailAnswer = "sent" | "refused" | "unverified";

/** What is sent, as plain text. */
export interface Mail {
  readonly subject: string;
  readonly lines: readonly string[];
}

export interface Mailer {
  /**
   * @throws DayFull when SES takes no more mails today; whatever may work later, also the other kinds of `MessageRejected`: they are about
   * us (sender or account), not about the address
   */
  deliver(to: string, mail: Mail): Promise<MailAnswer>;
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
