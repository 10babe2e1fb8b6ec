import type { SESv2Client } from "@aws-sdk/client-sesv2";
import type { MailAnswer } from "#shared/mail/mail.ts";
import { SesMailer } from "#shared/mail/ses-mailer.ts";
import { linkAddress } from "#shared/session/mailed-link.ts";
import type { MailLink, NotificationCode, NotificationMails } from "./notification.ts";
import { linkTexts, mailClosing, mailTexts } from "./notification-texts.ts";

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

  async send(to: string, code: NotificationCode, link?: MailLink): Promise<MailAnswer> {
    const { subject, lines } = mailTexts[code];
    const wayOut = link
      ? ["", ...linkTexts[link.purpose], linkAddress(this.#siteUrl, link.secret)]
      : [];
    return await this.deliver(to, {
      subject,
      lines: [...lines, ...wayOut, "", this.#siteUrl, "", ...mailClosing],
    });
  }
}
