import { BadRequestException, type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { NotificationCode, NotificationMails } from "./notification.ts";
import { mailClosing, mailTexts } from "./notification-texts.ts";

/** Mails to holders, through SES. */
export class NotificationMailer implements NotificationMails {
  readonly #ses: SESv2Client;
  readonly #from: string;
  readonly #siteUrl: string;

  constructor(ses: SESv2Client, { from, siteUrl }: { from: string; siteUrl: string }) {
    this.#ses = ses;
    this.#from = from;
    this.#siteUrl = siteUrl;
  }

  async send(to: string, code: NotificationCode): Promise<"sent" | "refused"> {
    const { subject, lines } = mailTexts[code];
    const text = [...lines, "", this.#siteUrl, "", ...mailClosing].join("\n");
    try {
      await this.#ses.send(
        new SendEmailCommand({
          FromEmailAddress: this.#from,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: subject, Charset: "UTF-8" },
              Body: { Text: { Data: text, Charset: "UTF-8" } },
            },
          },
        }),
      );
      return "sent";
    } catch (error) {
      if (error instanceof BadRequestException) return "refused";
      throw error;
    }
  }
}
