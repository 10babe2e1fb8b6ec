import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import type { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { QueueWithDeadLetters } from "../constructs/queues.ts";
import type { Mailer } from "./mailer.ts";

/** What SES tells of mails that it could not deliver; see shared/notification/mail-feedback.ts. */
export class FeedbackQueue extends QueueWithDeadLetters {
  constructor(scope: Construct, alarms: Alarms, mailer: Mailer) {
    super(scope, "feedback-queue", {
      alarms,
      whenItFails: "Officers do not see that mails to an address come back",
      which: "dead-letters",
      setting: "FEEDBACK_QUEUE",
      consumerTimeout: Duration.seconds(15),
    });
    new Rule(this, "rule", {
      description: "Mails of Kartu ASN that could not be delivered",
      eventPattern: {
        source: ["aws.ses"],
        detailType: ["Email Bounced", "Email Complaint Received", "Email Rejected"],
        detail: { mail: { tags: { "ses:configuration-set": [mailer.configurationSet] } } },
      },
      targets: [new SqsQueue(this.queue)],
    });
  }
}
