import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";

/** Files of many cards, for a day; see shared/print/print-bucket.ts. Cards are in another bucket, because none is ever deleted. */
export class PrintBucket extends Construct {
  readonly #bucket: PrivateBucket;

  constructor(scope: Construct) {
    super(scope, "print-bucket");
    this.#bucket = new PrivateBucket(this, "PrintBucket", {
      lifecycleRules: [
        {
          id: "old-prints",
          expiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }

  /** link. */
  grantLink(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject"]);
  }

  /** put. */
  grantStore(to: NodeFunction): void {
    this.#allow(to, ["s3:PutObject", "s3:AbortMultipartUpload"]);
  }

  #allow(to: NodeFunction, actions: readonly string[]): void {
    to.allow(actions, [this.#bucket.arnForObjects("prints/*")], {
      wildcard: "A print's key is an id that is made later.",
    });
    to.set("PRINT_BUCKET", this.#bucket.bucketName);
  }
}
