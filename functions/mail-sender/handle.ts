import { mailMessage } from "#shared/notification/notification.ts";
import { sendMail } from "#shared/notification/send-mail.ts";
import { eachMessage, readMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { MessageDelays } from "#shared/runtime/message-delays.ts";

/** Sends the mails of inbox items, at the pace that SES allows. */
export function sendMails(
  dependencies: Parameters<typeof sendMail>[0] & { delays: MessageDelays },
) {
  return eachMessage(async (record) => {
    const message = readMessage(record, mailMessage);
    for (const { code, mail } of await sendMail(dependencies, message)) {
      const { employeeId } = message;
      if (mail !== "refused") logger.info(`mail.${mail}`, { employeeId, code });
      // The rules let a wrong address pass. Somebody must look at it.
      else logger.error("mail.refused", { employeeId, code });
    }
  }, dependencies);
}
