import { Duration } from "aws-cdk-lib";
import { CfnBucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { AllowOptions, NodeFunction } from "../constructs/node-function.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import type { PhotoQueue } from "./photo-queue.ts";
import type { Site } from "./site.ts";

/** Only with If-None-Match: what was validated, shown or confirmed is never written over. */
const neverOver = { Null: { "s3:if-none-match": "false" } };

/** Photos on their way from the holder's device to the card; see shared/photo/photo-bucket.ts. */
export class PhotoBucket extends Construct {
  readonly #bucket: PrivateBucket;

  constructor(scope: Construct, { site, uploads }: { site: Site; uploads: PhotoQueue }) {
    super(scope, "photo-bucket");
    this.#bucket = new PrivateBucket(this, "PhotoBucket", {
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [site.url],
          allowedHeaders: ["*"],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { prefix: "incoming/", expiration: Duration.days(1) },
        { prefix: "candidates/", expiration: Duration.days(7) },
        // As long as the candidate: the page shows both to who comes back.
        { prefix: "previews/", expiration: Duration.days(7) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ].map((rule, i) => ({ ...rule, id: `rule-${i + 1}` })),
    });
    this.#announce(uploads);
  }

  /** Where browsers post photos to, and load previews and faces from. */
  get origin(): string {
    return `https://${this.#bucket.bucketRegionalDomainName}`;
  }

  /** uploadForm, keep, linkToPreview: what a holder does with the own photos. */
  grantOffer(to: NodeFunction): void {
    this.#allow(to, ["s3:PutObject"], ["incoming"]);
    this.#allow(to, ["s3:PutObject"], ["photos", "small-photos"], neverOver);
    this.#allow(to, ["s3:GetObject"], ["candidates", "previews"]);
  }

  /** readIncoming, putCandidate, putPreview, deleteIncoming. */
  grantValidate(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject", "s3:DeleteObject"], ["incoming"]);
    this.#allow(to, ["s3:PutObject"], ["candidates", "previews"], neverOver);
    // With this, S3 answers NoSuchKey for an upload dealt with already; without it, AccessDenied.
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn]);
  }

  /** read: a confirmed photo. */
  grantRead(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject"], ["photos"]);
  }

  /** readAsAddress: a confirmed photo, small; of a record from before there were small ones, the whole one. */
  grantReadSmall(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject"], ["small-photos", "photos"]);
  }

  /** incomingBefore. */
  grantListIncoming(to: NodeFunction): void {
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn], {
      conditions: { StringEquals: { "s3:prefix": "incoming/" } },
    });
    to.set("PHOTO_BUCKET", this.#bucket.bucketName);
  }

  #allow(
    to: NodeFunction,
    actions: readonly string[],
    prefixes: readonly string[],
    conditions: NonNullable<AllowOptions["conditions"]> = {},
  ): void {
    to.allow(
      actions,
      prefixes.map((prefix) => this.#bucket.arnForObjects(`${prefix}/*`)),
      { conditions, wildcard: "A photo's key is made of ids that are made later." },
    );
    to.set("PHOTO_BUCKET", this.#bucket.bucketName);
  }

  /**
   * S3 tells the queue of every upload. Written into the bucket itself, as CloudFormation has it: CDK's own way is a
   * Lambda function with rights over every bucket. The queue cannot name the bucket, which is made after it; it takes
   * messages from S3 on behalf of this account only.
   */
  #announce(uploads: PhotoQueue): void {
    const { queueArn, policy } = uploads.takeFromS3();
    const bucket = this.#bucket.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new Error("A bucket has no CfnBucket.");
    bucket.node.addDependency(policy);
    bucket.notificationConfiguration = {
      queueConfigurations: [
        {
          event: "s3:ObjectCreated:*",
          queue: queueArn,
          filter: { s3Key: { rules: [{ name: "prefix", value: "incoming/" }] } },
        },
      ],
    };
  }
}
