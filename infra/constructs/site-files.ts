import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RemovalPolicy, Stage } from "aws-cdk-lib";
import type { IDistribution } from "aws-cdk-lib/aws-cloudfront";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** Files whose names have the hash of their content, so that the content of an address never changes. */
const hashed = ["assets/*", "pindai/qr-worker-*", "en/pindai/qr-worker-*"];

/** What no deployment may take away: the list of keys (decision 0072) and the status lists (0075). */
const published = ".well-known/kartu-asn/*";

interface SiteFilesProps {
  readonly web: string;
  readonly bucket: IBucket;
  readonly distribution: IDistribution;
  /** What the page that scans cards is told (web/src/scan/known-lists.ts). */
  readonly scanning: object;
}

/** Puts the site into its bucket: first the hashed files, which browsers cache for ever, then the pages, which they ask for again. */
export class SiteFiles extends Construct {
  constructor(scope: Construct, props: SiteFilesProps) {
    super(scope, "site-files");
    const { bucket, distribution, scanning } = props;
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
      include: hashed,
      // A page that was opened before a deployment still asks for the old files.
      prune: false,
      cacheControl: [CacheControl.fromString("public, max-age=31536000, immutable")],
    });
    const pages = new BucketDeployment(this, "pages", {
      ...common,
      sources: [...common.sources, Source.asset(scanSettingsIn(this, scanning))],
      exclude: [...hashed, published],
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

/**
 * A folder with what a deployment says to the page that scans cards, which is of no build. It lies in the assembly, because the embedded cloud
 * reads it from there; that of `Source.jsonData` is gone with the process that synthesizes.
 */
function scanSettingsIn(scope: Construct, scanning: object): string {
  const folder = join(Stage.of(scope)?.outdir ?? "", "scan-settings");
  mkdirSync(join(folder, "pindai"), { recursive: true });
  writeFileSync(join(folder, "pindai", "setelan.json"), JSON.stringify(scanning));
  return folder;
}
