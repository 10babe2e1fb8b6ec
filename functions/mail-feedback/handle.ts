import { noteFailedEmail } from "#shared/employee/fail-email.ts";
import { endsDelivery, mailFeedback } from "#shared/notification/mail-feedback.ts";
import { eachMessage, readMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** Notes on the records which addresses SES could not deliver to. The log never has the address. */
export function readFeedback(dependencies: Parameters<typeof noteFailedEmail>[0]) {
  return eachMessage(async (record) => {
    const { detail } = readMessage(record, mailFeedback);
    const { eventType, bounce, mail } = detail;
    const line = { mailId: mail.messageId, eventType, bounceSubType: bounce?.bounceSubType };
    // SES found a virus in one of our mails. Somebody must look at that.
    if (eventType === "Reject") return void logger.error("mail.rejected", line);
    if (!endsDelivery(detail)) return void logger.info("mail.came-back", line);
    for (const email of mail.destination) {
      const failed = await noteFailedEmail(dependencies, email);
      logger.info("email.failed", { ...line, ...failed });
    }
  });
}
