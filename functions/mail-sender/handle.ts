import type { SQSRecord } from "aws-lambda";
import { DayFull } from "#shared/mail/mail.ts";
import { summaryId } from "#shared/notification/mail-plan.ts";
import { type MailMessage, mailMessage } from "#shared/notification/notification.ts";
import { type MailOutcome, sendMail } from "#shared/notification/send-mail.ts";
import { type SendSummary, sendSummary } from "#shared/notification/send-summary.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { eachMessage, readMessage } from "#shared/runtime/event-handlers.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import type { MessageDelays } from "#shared/runtime/message-delays.ts";

/**
 * How long a mail is tried. SQS deletes a message after 14 days, without a word and however often it was received; a mail that waits
 * comes every four hours at least, so it comes in the day between.
 */
const longestWaitMillis = 13 * 86_400_000;

const levels = {
  sent: "info",
  undeliverable: "info",
  kept: "info",
  unwanted: "info",
  texted: "info",
  unverified: "warn",
  // The rules let a wrong address pass. Somebody must look at it.
  refused: "error",
} as const satisfies Record<MailOutcome["mail"], "info" | "warn" | "error">;

interface SendMails {
  readonly clock: Clock;
  readonly delays: MessageDelays;
  /** Where SQS itself puts what failed too often. What is sent there is kept for 14 more days, and raises an alarm. */
  readonly deadLetters: { send(message: MailMessage): Promise<void> };
}

/** Sends the mails of inbox items, at the pace that SES allows. One that could not be sent in 13 days is given up, to the dead letters. */
export function sendMails(dependencies: Parameters<typeof sendMail>[0] & SendSummary & SendMails) {
  return eachMessage(async (record) => {
    const message = readMessage(record, mailMessage);
    try {
      const { employeeId, notificationId } = message;
      if (notificationId === summaryId) {
        const summary = await sendSummary(dependencies, employeeId);
        logger.info("mail.summary", { employeeId, summary });
        return;
      }
      for (const { code, mail } of await sendMail(dependencies, message))
        logger[levels[mail]](`mail.${mail}`, { employeeId, code });
    } catch (error) {
      // Counted by an alarm, because no metric of AWS's tells it.
      if (error instanceof DayFull) logger.warn("mail.day-full", { ...message });
      if (waitedMillis(record, dependencies.clock) < longestWaitMillis) throw error;
      await dependencies.deadLetters.send(message);
      logger.error("mail.given-up", { ...message, ...errorFields(error) });
    }
  }, dependencies);
}

/** A redrive makes a new message («Learn how to configure a dead-letter queue redrive in Amazon SQS»), which has its 13 days again. */
function waitedMillis({ attributes }: SQSRecord, clock: Clock): number {
  return clock.now().getTime() - Number(attributes.SentTimestamp);
}
