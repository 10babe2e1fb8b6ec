import { CfnOutput, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** A bucket nobody reads without a signature or over an open line; it outlives its stack unless told otherwise. */
export class PrivateBucket extends Bucket {
  /** @param outputName the stack's output with the bucket's name */
  constructor(scope: Construct, outputName: string, props: BucketProps) {
    super(scope, "bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // A creation that fails takes the empty bucket with it, so that it can be tried again.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      ...props,
    });
    acknowledge(this, {
      "AwsSolutions-S1":
        "Access logs would collect who looked at whom, in yet another place; CloudTrail data events are switched on for an inquiry (docs/operations.md).",
    });
    new CfnOutput(Stack.of(this), outputName, { value: this.bucketName });
  }

  /** As CDK's interfaces want it: their optional members differ from the class's under exactOptionalPropertyTypes. */
  get asBucket(): IBucket {
    return this as IBucket;
  }
}
