import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import type { NodeFunction } from "../constructs/node-function.ts";
import { QueueWithDeadLetters } from "../constructs/queues.ts";

/** Inbox items whose mails are to be sent; see shared/notification/send-mail.ts. */
export class MailQueue extends QueueWithDeadLetters {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "mail-queue", {
      alarms,
      whenItFails: "Mails of notices were given up; the inboxes on the site have the notices",
      setting: "MAIL_QUEUE",
      // At SES's pace the mails of a whole agency take hours.
      waitsAtMost: Duration.hours(12),
      // Ten mails at the pace of SES's sandbox.
      consumerTimeout: Duration.seconds(60),
      // A mail that waits for a free place in SES's day is received every two to four hours, so fewer than 160 times in the 13 days after
      // which mail-sender gives it up. One that fails is tried every six minutes, for sixteen hours; where many do, the function's own alarm rings long before.
      receives: 160,
      retention: Duration.days(14),
    });
  }

  /** Gives up what waits too long. */
  grantGiveUp(to: NodeFunction): void {
    to.allow(["sqs:SendMessage"], [this.deadLetters.queueArn]);
    to.set("MAIL_DEAD_LETTERS", this.deadLetters.queueUrl);
  }
}
