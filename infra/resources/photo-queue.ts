import { Aws, Duration } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Construct, IDependable } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import { QueueWithDeadLetters } from "../constructs/queues.ts";

/** Uploads that wait for their outcome; see shared/photo/photo-queue.ts. */
export class PhotoQueue extends QueueWithDeadLetters {
  constructor(scope: Construct, alarms: Alarms) {
    super(scope, "photo-queue", {
      alarms,
      whenItFails: "An uploaded photo got no outcome; its holder waits in vain",
      setting: "PHOTO_QUEUE",
      outputName: "PhotoQueue",
      consumerTimeout: Duration.seconds(60),
    });
  }

  /** Lets S3 send, for this account. @returns the queue's address, and what must exist before S3 tries it */
  takeFromS3(): { queueArn: string; policy: IDependable } {
    const { queueArn } = this.queue;
    const { policyDependable } = this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("s3.amazonaws.com")],
        actions: ["sqs:SendMessage"],
        resources: [queueArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    if (!policyDependable) throw new Error("The photo queue has no policy.");
    return { queueArn, policy: policyDependable };
  }
}
