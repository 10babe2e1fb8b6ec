import {
  Annotations,
  CfnOutput,
  CrossStackReferences,
  Duration,
  ReferenceStrength,
  RemovalPolicy,
  Stack,
  type StackProps,
} from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  KeyValueStore,
  PriceClass,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  Function as ViewerFunction,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { AaaaRecord, ARecord, RecordTarget } from "aws-cdk-lib/aws-route53";
import { CloudFrontTarget } from "aws-cdk-lib/aws-route53-targets";
import type { Construct } from "constructs";
import { type Artifacts, built } from "../artifacts.ts";
import { acknowledge } from "../constructs/acknowledge.ts";
import type { Api } from "../constructs/api.ts";
import { PrivateBucket } from "../constructs/private-bucket.ts";
import { SiteFiles } from "../constructs/site-files.ts";
import {
  ApiHeaders,
  PageHeaders,
  PublishedHeaders,
  ViewerHeaders,
  WasmWorkerHeaders,
} from "../edge/headers.ts";
import { acceptEncodingFunction, pagesFunction } from "../edge/viewer-functions.ts";
import { StatusPublisher } from "../functions/status-publisher.ts";
import { hostedZone } from "../resources/hosted-zone.ts";
import type { Settings } from "../settings.ts";
import type { DataStack } from "./data-stack.ts";
import type { EdgeStack } from "./edge-stack.ts";
import type { ServiceStack } from "./service-stack.ts";

/**
 * CloudFront serves these to everybody for ten seconds, whatever no-store says («Control how long CloudFront caches errors»): one
 * throttled answer would close a path of the API to all. The others are kept only where the origin lets them («How CloudFront
 * processes HTTP 4xx and 5xx status codes from your origin»).
 */
const notKept = [500, 502, 503, 504].map((httpStatus) => ({
  httpStatus,
  ttl: Duration.seconds(0),
}));

export interface WebStackProps extends StackProps {
  readonly settings: Settings;
  readonly artifacts: Artifacts;
  readonly data: DataStack;
  readonly service: ServiceStack;
  readonly edge: EdgeStack;
}

/** The scripts of the workers that compile, in every release (web/build.ts): the photo studio's, and the scanning page's. */
const wasmWorkers = [
  "/assets/studio-worker-*.js",
  "/pindai/qr-worker-*.js",
  "/en/pindai/qr-worker-*.js",
];
/** The list of keys and the status lists, for programs of others (docs/qr-payload.md). */
const published = ["/.well-known/kartu-asn/*"];
/** The page that scans cards, and what belongs to it; the page of a gate. */
const scanPages = ["/pindai*", "/en/pindai*", "/petugas/gerbang*", "/en/petugas/gerbang*"];

/** "*" is every path that no other one names. */
type Behaviors = Readonly<Record<string, BehaviorOptions>> & { readonly "*": BehaviorOptions };

/** The pages, the API under the same address, and the function that publishes beside the pages. */
export class WebStack extends Stack {
  readonly distributionId: string;
  /** Names of the CloudFront functions, by what they are for. */
  readonly viewerFunctions: Readonly<Record<"pages" | "api", string>>;

  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, props);
    const { settings, artifacts, data, service } = props;
    built(artifacts.web, "index.html");
    const bucket = new PrivateBucket(this, "WebBucket", { removalPolicy: RemovalPolicy.DESTROY });
    const switches = new KeyValueStore(this, "switches", {
      comment: "Kartu ASN: what an operator switches without a deployment",
    });
    const pages = this.#viewerFunction("pretty-paths", pagesFunction(artifacts.web), switches);
    const api = this.#viewerFunction("accept-encoding", acceptEncodingFunction(), switches);
    const distribution = this.#newDistribution(props, {
      "/api/*": this.#api(service.api, api, settings),
      ...this.#pages(bucket, pages, props),
    });
    this.distributionId = distribution.distributionId;
    // As the firewall's (EdgeStack): weak, because it goes to another region. Nothing that is set replaces a distribution
    // («AWS::CloudFront::Distribution», Update requires); whoever deletes this stack deletes Kartu-Watch first.
    CrossStackReferences.of(distribution).produce(ReferenceStrength.WEAK);
    this.viewerFunctions = { pages: pages.functionName, api: api.functionName };
    const { rootKey, statusHours } = settings;
    const scanning = { rootKey: rootKey ?? null, statusHours };
    new SiteFiles(this, { web: artifacts.web, bucket: bucket.asBucket, distribution, scanning });
    new StatusPublisher(this, { settings, artifacts, data, alarms: data.alarms }, bucket);
    this.#nameSite(distribution, settings);
    new CfnOutput(this, "SiteUrl", { value: data.site.url });
    new CfnOutput(this, "Switches", { value: switches.keyValueStoreArn });
    new CfnOutput(this, "DistributionDomain", { value: distribution.distributionDomainName });
  }

  #viewerFunction(id: string, code: string, keyValueStore: KeyValueStore): ViewerFunction {
    return new ViewerFunction(this, id, {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(code),
      keyValueStore,
    });
  }

  /** By path; "*" is all others. */
  #pages(
    bucket: PrivateBucket,
    viewer: ViewerFunction,
    { settings, data }: Pick<WebStackProps, "settings" | "data">,
  ): Behaviors {
    const origins = {
      photoOrigin: data.photoBucket.origin,
      importOrigin: data.importBucket.origin,
      evidenceOrigin: data.evidenceBucket.origin,
    };
    const common: BehaviorOptions = {
      // With the right to list, S3 answers 404 for a missing file; without it, 403. Nobody can list through CloudFront, because the
      // function rewrites "/" and no query reaches the bucket.
      // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (Permissions)
      origin: S3BucketOrigin.withOriginAccessControl(bucket.asBucket, {
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      functionAssociations: [
        FunctionEventType.VIEWER_REQUEST,
        FunctionEventType.VIEWER_RESPONSE,
      ].map((eventType) => ({ function: viewer, eventType })),
    };
    const pages = new PageHeaders(this, settings, { origins, id: "page-headers", camera: false });
    const scanning = new PageHeaders(this, settings, { origins, id: "scan-headers", camera: true });
    const compiling = new WasmWorkerHeaders(this, settings);
    const each = (paths: readonly string[], responseHeadersPolicy: ResponseHeadersPolicy) =>
      Object.fromEntries(paths.map((path) => [path, { ...common, responseHeadersPolicy }]));
    return {
      ...each(wasmWorkers, compiling),
      ...each(scanPages, scanning),
      ...each(published, new PublishedHeaders(this, settings)),
      "*": { ...common, responseHeadersPolicy: pages },
    };
  }

  #api({ host, edgeKey }: Api, viewer: ViewerFunction, settings: Settings): BehaviorOptions {
    return {
      origin: new HttpOrigin(host, {
        readTimeout: Duration.seconds(15),
        customHeaders: edgeKey.header,
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: new ViewerHeaders(this),
      responseHeadersPolicy: new ApiHeaders(this, settings),
      functionAssociations: [{ function: viewer, eventType: FunctionEventType.VIEWER_REQUEST }],
      // The functions compress, because CloudFront compresses only what it caches.
      compress: false,
    };
  }

  #newDistribution(
    { settings, edge }: WebStackProps,
    { "*": defaultBehavior, ...additionalBehaviors }: Behaviors,
  ): Distribution {
    const distribution = new Distribution(this, "distribution", {
      defaultBehavior,
      additionalBehaviors,
      ...this.#ownName(settings),
      ...(edge.webAclArn && { webAclId: edge.webAclArn }),
      comment: "Kartu ASN Virtual",
      // The CloudFront function adds it too. Without either, "/" would list the bucket.
      defaultRootObject: "index.html",
      errorResponses: notKept,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // This class includes Jakarta.
      priceClass: PriceClass.PRICE_CLASS_200,
    });
    Annotations.of(distribution).acknowledgeWarning(
      "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
      "There is a default root object, and the function rewrites every path before that.",
    );
    acknowledge(distribution, {
      "AwsSolutions-CFR1": "Civil servants travel, and a card is checked wherever it is shown.",
      "AwsSolutions-CFR3":
        "The path of a check holds the card's token: access logs would collect who was checked where.",
      ...(!settings.waf && {
        "AwsSolutions-CFR2": "The setting waf is off; the functions count attempts by themselves.",
      }),
      ...(!settings.certificateArn && {
        "AwsSolutions-CFR4": "Without a certificate CloudFront answers under its own name only.",
      }),
    });
    return distribution;
  }

  /** Only the embedded cloud has no domain and certificate; requireDeployable refuses such a deployment. */
  #ownName({ domain, certificateArn }: Settings) {
    if (!certificateArn) return {};
    const certificate = Certificate.fromCertificateArn(this, "certificate", certificateArn);
    const minimumProtocolVersion = SecurityPolicyProtocol.TLS_V1_2_2021;
    return { certificate, domainNames: [domain], minimumProtocolVersion };
  }

  #nameSite(distribution: Distribution, settings: Settings): void {
    const zone = hostedZone(this, settings);
    if (!zone || !settings.certificateArn) return;
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new ARecord(this, "ipv4", { zone, recordName: `${settings.domain}.`, target });
    new AaaaRecord(this, "ipv6", { zone, recordName: `${settings.domain}.`, target });
  }
}
