import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import type { UploadQueue } from "./queues.ts";

/** A bucket that is read only with a signature and over TLS. It stays when its stack is deleted, unless told otherwise. */
export class PrivateBucket extends Bucket {
  /** @param outputName the stack's output with the bucket's name, of one that somebody looks into: a stack has 200 outputs */
  constructor(scope: Construct, outputName: string | undefined, props: BucketProps) {
    super(scope, "bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // If the creation of the stack fails, the empty bucket is deleted too, so that the creation can be tried again.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      ...props,
    });
    acknowledge(this, {
      "AwsSolutions-S1":
        "CloudTrail records who reads and writes personal data (infra/resources/access-trail.ts); access logs would repeat it in yet another place.",
    });
    if (outputName) new CfnOutput(Stack.of(this), outputName, { value: this.bucketName });
  }

  /**
   * S3 sends a message for every object with one of these prefixes. We set it on the bucket resource itself, because CDK would use a Lambda
   * function with rights over every bucket. The queue's policy cannot name the bucket, which is made after it; it accepts messages of
   * S3 only for this account.
   */
  announce(prefixes: readonly string[], uploads: UploadQueue): void {
    const { queueArn, policy } = uploads.takeFromS3();
    const bucket = this.#resource;
    bucket.node.addDependency(policy);
    bucket.notificationConfiguration = {
      queueConfigurations: prefixes.map((value) => ({
        event: "s3:ObjectCreated:*",
        queue: queueArn,
        filter: { s3Key: { rules: [{ name: "prefix", value }] } },
      })),
    };
  }

  /** S3 tells EventBridge of every change of an object («Using EventBridge», Amazon S3 User Guide). Set as in `announce`, for the same reason. */
  tellEventBridge(): void {
    this.#resource.notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }

  get #resource(): CfnBucket {
    const bucket = this.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new Error("A bucket has no CfnBucket.");
    return bucket;
  }

  /** The bucket in the type that CDK's interfaces need: their optional members differ under exactOptionalPropertyTypes. */
  get asBucket(): IBucket {
    return this as IBucket;
  }
}
