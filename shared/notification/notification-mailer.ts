import type { SESv2Client } from "@aws-sdk/client-sesv2";
import type { MailAnswer } from "#shared/mail/mail.ts";
import { SesMailer } from "#shared/mail/ses-mailer.ts";
import { linkAddress } from "#shared/session/mailed-link.ts";
import type { MailLink, NotificationMails } from "./notification.ts";
import type { NotificationCode } from "./notification-codes.ts";
import { linkTexts, mailClosing, mailTexts } from "./notification-texts.ts";
import { summaryClosing, summaryText } from "./summary-text.ts";

/** Mails of inbox items, through SES. */
export class NotificationMailer extends SesMailer implements NotificationMails {
  readonly #siteUrl: string;

  constructor(
    ses: SESv2Client,
    sender: ConstructorParameters<typeof SesMailer>[1] & { readonly siteUrl: string },
  ) {
    super(ses, sender);
    this.#siteUrl = sender.siteUrl;
  }

  async send(
    to: string,
    code: NotificationCode,
    ...links: readonly MailLink[]
  ): Promise<MailAnswer> {
    const { subject, lines } = mailTexts[code];
    const wayOut = links.flatMap(({ purpose, secret }) => [
      "",
      ...linkTexts[purpose],
      linkAddress(this.#siteUrl, secret),
    ]);
    return await this.deliver(to, {
      subject,
      lines: [...lines, ...wayOut, "", this.#siteUrl, "", ...mailClosing(code)],
    });
  }

  async sendSummary(to: string, codes: readonly NotificationCode[]): Promise<MailAnswer> {
    const { subject, lines } = summaryText;
    const each = codes.flatMap((code) => [
      "",
      `• ${mailTexts[code].subject}`,
      ...mailTexts[code].lines,
    ]);
    const end = ["", this.#siteUrl, "", ...summaryClosing];
    return await this.deliver(to, { subject, lines: [...lines, ...each, ...end] });
  }
}
