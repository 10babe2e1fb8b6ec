import { RemovalPolicy } from "aws-cdk-lib";
import type { IDistribution } from "aws-cdk-lib/aws-cloudfront";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** Files whose names have the hash of their content, so that the content of an address never changes. */
const hashed = "assets/*";

/** What no deployment may take away: the list of keys (decision 0072) and the status lists (0075). */
const published = ".well-known/kartu-asn/*";

/** Puts the site into its bucket: first the hashed files, which browsers cache for ever, then the pages, which they ask for again. */
export class SiteFiles extends Construct {
  constructor(
    scope: Construct,
    props: { web: string; bucket: IBucket; distribution: IDistribution },
  ) {
    super(scope, "site-files");
    const { bucket, distribution } = props;
    const common = {
      sources: [Source.asset(props.web)],
      destinationBucket: bucket,
      logGroup: new LogGroup(this, "log", {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      memoryLimit: 512,
    };
    const assets = new BucketDeployment(this, "assets", {
      ...common,
      exclude: ["*"],
      include: [hashed],
      // A page that was opened before a deployment still asks for the old files.
      prune: false,
      cacheControl: [CacheControl.fromString("public, max-age=31536000, immutable")],
    });
    const pages = new BucketDeployment(this, "pages", {
      ...common,
      exclude: [hashed, published],
      cacheControl: [CacheControl.noCache()],
      distribution,
      distributionPaths: ["/*"],
    });
    pages.node.addDependency(assets);
    const ofCdk =
      "CDK's own function: it runs during a deployment only, and all it writes is the public site.";
    acknowledge(pages.handlerRole.node.scope ?? pages, {
      "AwsSolutions-IAM4[…]": ofCdk,
      "AwsSolutions-IAM5[…]": ofCdk,
      "AwsSolutions-L1": ofCdk,
    });
  }
}
