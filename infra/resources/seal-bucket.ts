import { Duration } from "aws-cdk-lib";
import { ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import type { Settings } from "../settings.ts";

/**
 * The seals of the history, locked for as long as the settings say; see shared/audit/seal-bucket.ts. No rule ever deletes one: each
 * is bound to the one before.
 */
export class SealBucket extends Construct {
  readonly #bucket: PrivateBucket;

  constructor(scope: Construct, { sealMode, sealDays }: Pick<Settings, "sealMode" | "sealDays">) {
    super(scope, "seal-bucket");
    const period = Duration.days(sealDays);
    const { governance, compliance } = ObjectLockRetention;
    this.#bucket = new PrivateBucket(this, "SealBucket", {
      objectLockEnabled: true,
      objectLockDefaultRetention:
        sealMode === "COMPLIANCE" ? compliance(period) : governance(period),
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
