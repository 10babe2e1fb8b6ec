import {
  BadRequestException,
  GetAccountCommand,
  MessageRejected,
  type SESv2Client,
  SendEmailCommand,
} from "@aws-sdk/client-sesv2";
import {
  DayFull,
  type Mail,
  type MailAnswer,
  type Mailer,
  type SendingAccount,
  type SendingQuota,
} from "./mail.ts";

/** Mails through SES. */
export class SesMailer implements Mailer, SendingAccount {
  readonly #ses: SESv2Client;
  readonly #from: string;
  readonly #configurationSet: string;

  constructor(
    ses: SESv2Client,
    { from, configurationSet }: { readonly from: string; readonly configurationSet: string },
  ) {
    this.#ses = ses;
    this.#from = from;
    this.#configurationSet = configurationSet;
  }

  async deliver(to: string, { subject, lines }: Mail): Promise<MailAnswer> {
    const text = lines.join("\n");
    try {
      await this.#ses.send(
        new SendEmailCommand({
          FromEmailAddress: this.#from,
          // It tells us of mails that come back (mail-feedback.ts).
          ConfigurationSetName: this.#configurationSet,
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
      if (isUnverified(error, to)) return "unverified";
      throw isDayFull(error) ? new DayFull() : error;
    }
  }

  async quota(): Promise<SendingQuota> {
    const { SendQuota } = await this.#ses.send(new GetAccountCommand({}));
    const { MaxSendRate, Max24HourSend, SentLast24Hours } = SendQuota ?? {};
    if (!MaxSendRate || !Max24HourSend) throw new Error("SES told no quota.");
    return {
      perSecond: MaxSendRate,
      perDay: Max24HourSend,
      sentInDay: SentLast24Hours ?? 0,
    };
  }
}

/**
 * SES says whom it does not know at the end of the message («Amazon SES email sending errors», SES Developer Guide). Where our own address
 * is among them, the domain is at fault, and the mail may be sent later.
 */
function isUnverified(error: unknown, to: string): boolean {
  if (!(error instanceof MessageRejected)) return false;
  const [, unknown] =
    /not verified\..*failed the check in region [\w-]+: (.+)$/i.exec(error.message) ?? [];
  return unknown?.trim().toLowerCase() === to.toLowerCase();
}

/** SES says it in the message («Errors related to the sending quotas for your Amazon SES account», SES Developer Guide). */
function isDayFull(error: unknown): boolean {
  return error instanceof Error && /daily (message|sending) quota/i.test(error.message);
}
