import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { Alarms } from "../constructs/alarms.ts";
import type { NodeFunction } from "../constructs/node-function.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import { acknowledgeLastQueue, DeadLetterQueue } from "../constructs/queues.ts";
import type { Settings } from "../settings.ts";

/**
 * The seals of the history, locked for as long as the settings say; see shared/audit/seal-bucket.ts. No rule ever deletes one: each
 * is bound to the one before. Who may bypass the lock of GOVERNANCE can take the newest away, and nothing that is left tells of it. So each
 * deletion, of a version or by a marker, pages: S3 tells EventBridge, which puts it into a queue whose alarm rings until somebody has purged
 * it. Not a notification of S3 itself, whose test event would ring at the first deployment.
 */
export class SealBucket extends Construct {
  readonly #bucket: PrivateBucket;

  constructor(
    scope: Construct,
    alarms: Alarms,
    { sealMode, sealDays }: Pick<Settings, "sealMode" | "sealDays">,
  ) {
    super(scope, "seal-bucket");
    const period = Duration.days(sealDays);
    const { governance, compliance } = ObjectLockRetention;
    this.#bucket = new PrivateBucket(this, "SealBucket", {
      objectLockEnabled: true,
      objectLockDefaultRetention:
        sealMode === "COMPLIANCE" ? compliance(period) : governance(period),
    });
    this.#guard(alarms);
  }

  #guard(alarms: Alarms): void {
    this.#bucket.tellEventBridge();
    const told = new DeadLetterQueue(this, "seal-failures", {
      alarms,
      severity: "page",
      whenItFails: "A seal of the history was deleted or hidden",
    });
    acknowledgeLastQueue(told);
    new Rule(this, "rule", {
      description: "Kartu ASN: a seal of the history is deleted",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Deleted"],
        detail: { bucket: { name: [this.#bucket.bucketName] } },
      },
      targets: [new SqsQueue(told.queue)],
    });
  }

  /** ends, head, read, add. A seal that is there cannot be deleted with these rights, nor its lock be changed. */
  grantSeal(to: NodeFunction): void {
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn]);
    to.allow(["s3:GetObject", "s3:PutObject"], [this.#bucket.arnForObjects("seals/*")], {
      wildcard: "A seal's key is the end of its period.",
    });
    to.set("SEAL_BUCKET", this.#bucket.bucketName);
  }
}
