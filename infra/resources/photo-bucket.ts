import { Duration } from "aws-cdk-lib";
import { HttpMethods } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { AllowOptions, NodeFunction } from "../constructs/node-function.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import type { PhotoQueue } from "./photo-queue.ts";
import type { Site } from "./site.ts";

/** A write needs If-None-Match, so that photos that were validated, shown or confirmed are never overwritten. */
const neverOver = { Null: { "s3:if-none-match": "false" } };

/** Photos, from the holder's device to the card; see shared/photo/photo-bucket.ts. */
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
        {
          prefix: "incoming/",
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
        { prefix: "candidates/", expiration: Duration.days(7) },
        // As long as a candidate, because the page shows both to a holder who comes back; and as an officer's request waits (a day to ask, seven
        // to decide): nobody approves a card unseen.
        { prefix: "previews/", expiration: Duration.days(9) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Only where an operator switched versions on: what an erasure deletes ends when the tables' time to be put back does, and with it the
        // mark of the deletion, whose key names a person; what was sent ends with its day.
        { noncurrentVersionExpiration: Duration.days(35), expiredObjectDeleteMarker: true },
      ].map((rule, i) => ({ ...rule, id: `rule-${i + 1}` })),
    });
    this.#bucket.announce(["incoming/"], uploads);
  }

  /** The origin to which browsers post photos, and from which they load previews and faces. */
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
    // With this right S3 answers NoSuchKey for an upload that was validated already; without it, AccessDenied.
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn]);
  }

  /** read: a confirmed photo. */
  grantRead(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject"], ["photos"]);
  }

  /** readAsAddress: a confirmed photo in its small size; older records have only the large one. */
  grantReadSmall(to: NodeFunction): void {
    this.#allow(to, ["s3:GetObject"], ["small-photos", "photos"]);
  }

  /** Of who has left (shared/erasure): erase. */
  grantErase(to: NodeFunction): void {
    this.#allow(to, ["s3:DeleteObject"], ["photos", "small-photos"]);
    to.allow(["s3:ListBucket"], [this.#bucket.bucketArn], {
      conditions: { StringLike: { "s3:prefix": ["photos/emp_*", "small-photos/emp_*"] } },
    });
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
}
