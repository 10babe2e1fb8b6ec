import { Duration } from "aws-cdk-lib";
import { HttpMethods } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import type { Site } from "./site.ts";

/** A write needs If-None-Match, so that a file that was judged is never overwritten. */
const neverOver = { Null: { "s3:if-none-match": "false" } };

/** Files of decrees and letters that changes of records rest on; see shared/evidence/evidence-bucket.ts. */
export class EvidenceBucket extends Construct {
  readonly #bucket: PrivateBucket;

  constructor(scope: Construct, { site }: { site: Site }) {
    super(scope, "evidence-bucket");
    this.#bucket = new PrivateBucket(this, undefined, {
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [site.url],
          allowedHeaders: ["*"],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { id: "uploads", prefix: "uploads/", expiration: Duration.days(1) },
        // Longer than an announcement may be shown (shared/evidence/attachment.ts).
        { id: "announced", prefix: "announced/", expiration: Duration.days(400) },
        { id: "parts", abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
  }

  /** The origin to which browsers post files. */
  get origin(): string {
    return `https://${this.#bucket.bucketRegionalDomainName}`;
  }

  /** All of it: what is uploaded may be read, and only what was judged is linked to. */
  grantBring(to: NodeFunction): void {
    const wildcard = "A file's key is made of ids that are made later.";
    const [uploads, files, announced] = [
      this.#bucket.arnForObjects("uploads/*"),
      this.#bucket.arnForObjects("evidence/*"),
      this.#bucket.arnForObjects("announced/*"),
    ];
    to.allow(["s3:GetObject"], [uploads, files], { wildcard });
    to.allow(["s3:PutObject"], [uploads], { wildcard });
    to.allow(["s3:PutObject"], [files, announced], { wildcard, conditions: neverOver });
    // With this right S3 answers NoSuchKey for what is not there; without it, AccessDenied.
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn]);
    to.set("EVIDENCE_BUCKET", this.#bucket.bucketName);
  }

  /**
   * read, of what an agency has attached to its announcements. Not ListBucket: under a condition of keys nobody says what S3 answers for what is not
   * there; without it, AccessDenied («GetObject», Amazon S3 API Reference), which the reader takes for that.
   */
  grantReadAnnounced(to: NodeFunction): void {
    to.allow(["s3:GetObject"], [this.#bucket.arnForObjects("announced/*")], {
      wildcard: "A file's key is made of ids that are made later.",
    });
    to.set("EVIDENCE_BUCKET", this.#bucket.bucketName);
  }

  /** Of who has left (shared/erasure): erase. */
  grantErase(to: NodeFunction): void {
    to.allow(["s3:DeleteObject"], [this.#bucket.arnForObjects("evidence/*")], {
      wildcard: "A file's key is made of ids that are made later.",
    });
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn], {
      conditions: { StringLike: { "s3:prefix": ["evidence/emp_*"] } },
    });
    to.set("EVIDENCE_BUCKET", this.#bucket.bucketName);
  }
}
