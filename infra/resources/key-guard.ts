import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { CfnKey } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { acknowledgeLastQueue, DeadLetterQueue } from "../constructs/queues.ts";

/**
 * Pages when somebody disables one of the stack's keys or schedules its deletion: KMS has no metric of that. CloudTrail's event
 * goes into a queue, which says who it was, and whose alarm rings until somebody has purged it. The events need a trail with
 * logging, which AccessTrail is. Nothing on the way to the mailbox needs a key of ours: the queue has SQS's own, the topic none.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export class KeyGuard extends Construct {
  /**
   * @param scope the stack; every key that it has already is guarded
   * @param which the keys, where another stack's alarm loses people the same
   */
  constructor(scope: Construct, alarms: Alarms, which?: string) {
    super(scope, which === undefined ? "key-guard" : `${which}-key-guard`);
    const keys = scope.node.findAll().filter(CfnKey.isCfnKey);
    const told = new DeadLetterQueue(this, "key-failures", {
      alarms,
      severity: "page",
      aboutKeys: true,
      whenItFails: "A key was disabled or is about to be deleted",
      ...(which !== undefined && { which }),
    });
    acknowledgeLastQueue(told);
    new Rule(this, "rule", {
      description: "Kartu ASN: a key is disabled, or its deletion scheduled",
      eventPattern: {
        source: ["aws.kms"],
        detailType: ["AWS API Call via CloudTrail"],
        detail: {
          eventSource: ["kms.amazonaws.com"],
          eventName: ["DisableKey", "ScheduleKeyDeletion"],
          errorCode: [{ exists: false }],
          resources: { ARN: keys.map(({ attrArn }) => attrArn) },
        },
      },
      targets: [new SqsQueue(told.queue)],
    });
  }
}
