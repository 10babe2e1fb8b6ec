import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { NodeFunction } from "../constructs/node-function.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";

export interface DayBucketProps {
  /** The name of the setting that has the bucket's name. */
  readonly setting: string;
  /** The folder of the files. */
  readonly folder: string;
}

/** Files that are made for one person and live for a day; see shared/runtime/day-bucket.ts. */
export class DayBucket extends Construct {
  readonly #bucket: PrivateBucket;
  readonly #props: DayBucketProps;

  constructor(scope: Construct, id: string, props: DayBucketProps) {
    super(scope, id);
    this.#props = props;
    this.#bucket = new PrivateBucket(this, undefined, {
      lifecycleRules: [
        {
          id: `old-${props.folder}`,
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
    const { folder, setting } = this.#props;
    to.allow(actions, [this.#bucket.arnForObjects(`${folder}/*`)], {
      wildcard: "A file's key is an id that is made later.",
    });
    to.set(setting, this.#bucket.bucketName);
  }
}
