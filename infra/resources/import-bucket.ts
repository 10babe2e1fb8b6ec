import { Duration } from "aws-cdk-lib";
import { HttpMethods } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import type { ImportQueue } from "./import-queue.ts";
import type { Site } from "./site.ts";

/** Files of people, and what was found in them; see shared/import/import-bucket.ts. */
export class ImportBucket extends Construct {
  readonly #bucket: PrivateBucket;

  constructor(scope: Construct, { site, uploads }: { site: Site; uploads: ImportQueue }) {
    super(scope, "import-bucket");
    this.#bucket = new PrivateBucket(this, "ImportBucket", {
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [site.url],
          allowedHeaders: ["*"],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        {
          id: "old-imports",
          // `keptDays` of shared/import/import.ts: an approval is never older.
          expiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    this.#bucket.announce(["files/", "applied/"], uploads);
  }

  /** The origin to which browsers post files. */
  get origin(): string {
    return `https://${this.#bucket.bucketRegionalDomainName}`;
  }

  /** uploadForm, read, nextKey, linkToMarked. */
  grantOffer(to: NodeFunction): void {
    this.#allow(to, ["s3:PutObject"], ["files"]);
    this.#allow(to, ["s3:GetObject"], ["results"]);
    this.#allowList(to);
  }

  /** withUpload, put, putMarked; and of what it stored read, nextKey. */
  grantJudge(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject"], ["files"]);
    this.#allow(to, ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"], ["results"]);
    // With this right S3 answers NoSuchKey for what is not there; without it, AccessDenied.
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn]);
  }

  /** read, put, askMarked. */
  grantApply(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject", "s3:PutObject"], ["results"]);
    this.#allow(to, ["s3:PutObject"], ["applied"]);
    this.#allowList(to);
  }

  #allowList(to: NodeFunction): void {
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn]);
  }

  #allow(to: NodeFunction, actions: readonly string[], prefixes: readonly string[]): void {
    to.allow(
      actions,
      prefixes.map((prefix) => this.#bucket.arnForObjects(`${prefix}/*`)),
      { wildcard: "An import's key is made of ids that are made later." },
    );
    to.set("IMPORT_BUCKET", this.#bucket.bucketName);
  }
}
