import { Duration } from "aws-cdk-lib";
import { StorageClass } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";

/** Drawn cards, under keys that name their content; see shared/card/card-bucket.ts. */
export class CardBucket extends Construct {
  readonly #bucket: PrivateBucket;

  constructor(scope: Construct) {
    super(scope, "card-bucket");
    this.#bucket = new PrivateBucket(this, "CardBucket", {
      // The rule knows only the age. S3 does not know which drawing is a holder's card now, so the rule must be right for that one
      // too: it is read at once from this class, and only of who has left is it deleted (docs/decisions/0008-regeneration.md, 0051).
      lifecycleRules: [
        {
          id: "old-drawings",
          prefix: "cards/",
          transitions: [
            {
              storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL,
              transitionAfter: Duration.days(90),
            },
          ],
        },
      ],
    });
  }

  /** read, link. */
  grantLink(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject"]);
  }

  /** has, put. */
  grantStore(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject", "s3:PutObject"]);
    // With this right S3 answers NotFound for a card that is not drawn yet; without it, Forbidden.
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn]);
  }

  /** Of who has left (shared/erasure): erase. */
  grantErase(to: NodeFunction): void {
    to.allow(["s3:DeleteObject"], [this.#bucket.arnForObjects("cards/*")], {
      wildcard: "A file's key is made of ids and hashes that are made later.",
    });
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn], {
      conditions: { StringLike: { "s3:prefix": ["cards/emp_*"] } },
    });
    to.set("CARD_BUCKET", this.#bucket.bucketName);
  }

  #allow(to: NodeFunction, actions: readonly string[]): void {
    const files = ["cards/*", "backs/*"].map((keys) => this.#bucket.arnForObjects(keys));
    to.allow(actions, files, {
      wildcard: "A file's key is made of ids and hashes that are made later.",
    });
    to.set("CARD_BUCKET", this.#bucket.bucketName);
  }
}
