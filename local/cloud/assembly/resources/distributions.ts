import * as z from "zod";
import { bucketOrigin } from "../../cloudfront/bucket-origin.ts";
import { type Behavior, Distribution, type Origin } from "../../cloudfront/distribution.ts";
import { demandFrom } from "../../cloudfront/distributions.ts";
import { inTime } from "../../cloudfront/origin-timeout.ts";
import { cachePolicyConfig, originRequestPolicyConfig } from "../../cloudfront/policies.ts";
import { responseHeadersPolicyConfig } from "../../cloudfront/response-headers.ts";
import {
  type CloudServices,
  type Deployer,
  physicalId,
  readProperties,
  withoutEffect,
} from "../deployer.ts";

export const deployResponseHeadersPolicy: Deployer = (resource, { distributions }) => {
  const schema = z.strictObject({ ResponseHeadersPolicyConfig: responseHeadersPolicyConfig });
  const policy = readProperties(schema, resource).ResponseHeadersPolicyConfig;
  const id = physicalId(resource, 32);
  distributions.responseHeadersPolicies.set(id, policy);
  return { ref: id, attributes: { Id: id } };
};

export const deployOriginRequestPolicy: Deployer = (resource, { distributions }) => {
  const schema = z.strictObject({ OriginRequestPolicyConfig: originRequestPolicyConfig });
  const policy = readProperties(schema, resource).OriginRequestPolicyConfig;
  const id = physicalId(resource, 32);
  distributions.originRequestPolicies.set(id, policy);
  return { ref: id, attributes: { Id: id } };
};

export const deployCachePolicy: Deployer = (resource, { distributions }) => {
  const schema = z.strictObject({ CachePolicyConfig: cachePolicyConfig });
  const policy = readProperties(schema, resource).CachePolicyConfig;
  const id = physicalId(resource, 32);
  distributions.cachePolicies.set(id, policy);
  return { ref: id, attributes: { Id: id } };
};

const originAccessControl = z.strictObject({
  OriginAccessControlConfig: z.strictObject({
    Name: z.string(),
    OriginAccessControlOriginType: z.literal("s3"),
    SigningBehavior: z.literal("always"),
    SigningProtocol: z.literal("sigv4"),
    Description: withoutEffect,
  }),
});

export const deployOriginAccessControl: Deployer = (resource, { distributions }) => {
  readProperties(originAccessControl, resource);
  const id = physicalId(resource, 14).toUpperCase();
  distributions.originAccessControls.add(id);
  return { ref: id, attributes: { Id: id } };
};

const cacheBehavior = z.strictObject({
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(["GET", "HEAD"]),
  Compress: z.boolean().default(false),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(
      z.strictObject({
        EventType: z.enum(["viewer-request", "viewer-response"]),
        FunctionARN: z.string(),
      }),
    )
    .default([]),
  // Loopback needs no TLS.
  ViewerProtocolPolicy: withoutEffect,
  // Nothing is cached here.
  CachedMethods: withoutEffect,
  GrpcConfig: withoutEffect,
});

const originProperties = z.strictObject({
  Id: z.string(),
  DomainName: z.string(),
  OriginAccessControlId: z.string().optional(),
  OriginCustomHeaders: z
    .array(z.strictObject({ HeaderName: z.string(), HeaderValue: z.string() }))
    .default([]),
  S3OriginConfig: z.strictObject({ OriginAccessIdentity: z.literal("").optional() }).optional(),
  // How CloudFront connects to the origin. Only the time-out has an effect here.
  CustomOriginConfig: z
    .strictObject({
      OriginReadTimeout: z.coerce.number().default(30),
      OriginProtocolPolicy: withoutEffect,
      OriginSSLProtocols: withoutEffect,
      OriginKeepaliveTimeout: withoutEffect,
      HTTPPort: withoutEffect,
      HTTPSPort: withoutEffect,
    })
    .optional(),
  ConnectionAttempts: withoutEffect,
  ConnectionTimeout: withoutEffect,
  ResponseCompletionTimeout: withoutEffect,
  OriginShield: withoutEffect,
});

const distributionProperties = z.strictObject({
  DistributionConfig: z.strictObject({
    Enabled: z.literal(true),
    Origins: z.array(originProperties),
    DefaultCacheBehavior: cacheBehavior,
    CacheBehaviors: z.array(cacheBehavior.extend({ PathPattern: z.string() })).default([]),
    CustomErrorResponses: z
      .array(
        z.strictObject({
          ErrorCode: z.coerce.number(),
          ResponseCode: z.coerce.number().optional(),
          ResponsePagePath: z.string().optional(),
          ErrorCachingMinTTL: z.coerce.number().optional(),
        }),
      )
      .default([]),
    DefaultRootObject: z.string().optional(),
    Aliases: withoutEffect,
    // They are about networks, certificates and bills, which loopback does not have.
    Comment: withoutEffect,
    HttpVersion: withoutEffect,
    IPV6Enabled: withoutEffect,
    Logging: withoutEffect,
    PriceClass: withoutEffect,
    Restrictions: withoutEffect,
    ViewerCertificate: withoutEffect,
    // The firewall has no effect here; the functions count attempts themselves.
    WebACLId: withoutEffect,
  }),
  Tags: withoutEffect,
});

export const deployDistribution: Deployer = (resource, cloud) => {
  const { DistributionConfig: config } = readProperties(distributionProperties, resource);
  const id = `E${physicalId(resource, 13).toUpperCase()}`;
  const arn = `arn:aws:cloudfront::${cloud.context.account}:distribution/${id}`;
  const origins = new Map(
    config.Origins.map((origin) => [origin.Id, withHeaders(origin, originOf(origin, arn, cloud))]),
  );
  const behaviors = [
    ...config.CacheBehaviors,
    { ...config.DefaultCacheBehavior, PathPattern: "*" },
  ].map((behavior) => behaviorOf(behavior, origins, cloud));
  const distribution = new Distribution({
    id,
    behaviors,
    defaultRootObject: config.DefaultRootObject,
    errorResponses: config.CustomErrorResponses.map((rule) => ({
      status: rule.ErrorCode,
      responseStatus: rule.ResponseCode ?? rule.ErrorCode,
      responsePath: rule.ResponsePagePath,
      keptFor: rule.ErrorCachingMinTTL,
    })),
    translateHeader: (name, value) => cloud.addresses.translateHeader(name, value),
    now: () => cloud.context.clock.now().getTime(),
  });
  cloud.distributions.all.push(distribution);
  const domain = `${id.toLowerCase()}.cloudfront.net`;
  return { ref: id, attributes: { Id: id, DomainName: domain } };
};

function behaviorOf(
  behavior: z.output<typeof cacheBehavior> & { PathPattern: string },
  origins: ReadonlyMap<string, Origin>,
  { distributions }: CloudServices,
): Behavior {
  const { OriginRequestPolicyId, ResponseHeadersPolicyId } = behavior;
  const functionAt = (event: string) => {
    const association = behavior.FunctionAssociations.find(({ EventType }) => EventType === event);
    return association && demandFrom("function", distributions.functions, association.FunctionARN);
  };
  return {
    pathPattern: behavior.PathPattern,
    origin: demandFrom("origin", origins, behavior.TargetOriginId),
    allowedMethods: behavior.AllowedMethods,
    compress: behavior.Compress,
    cachePolicy: demandFrom("cache policy", distributions.cachePolicies, behavior.CachePolicyId),
    originRequestPolicy: OriginRequestPolicyId
      ? demandFrom(
          "origin request policy",
          distributions.originRequestPolicies,
          OriginRequestPolicyId,
        )
      : undefined,
    responseHeadersPolicy: ResponseHeadersPolicyId
      ? demandFrom(
          "response headers policy",
          distributions.responseHeadersPolicies,
          ResponseHeadersPolicyId,
        )
      : undefined,
    onViewerRequest: functionAt("viewer-request"),
    onViewerResponse: functionAt("viewer-response"),
  };
}

/** A header of the distribution replaces the viewer's («Add custom headers to origin requests», CloudFront Developer Guide). */
function withHeaders(
  { OriginCustomHeaders }: z.output<typeof originProperties>,
  origin: Origin,
): Origin {
  const added = Object.fromEntries(
    OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [
      HeaderName.toLowerCase(),
      HeaderValue,
    ]),
  );
  return (request) => origin({ ...request, headers: { ...request.headers, ...added } });
}

function originOf(
  { DomainName, OriginAccessControlId, CustomOriginConfig }: z.output<typeof originProperties>,
  distributionArn: string,
  { httpApis, distributions, iam, client }: CloudServices,
): Origin {
  const api = httpApis.atHost(DomainName);
  const timeoutSeconds = CustomOriginConfig?.OriginReadTimeout ?? 30;
  if (api) return inTime((request) => api.handle(request), timeoutSeconds);
  const [, bucket] = /^(.+)\.s3(?:\.[a-z0-9-]+)?\.amazonaws\.com$/.exec(DomainName) ?? [];
  if (!bucket) throw new Error(`nothing answers at ${DomainName} on the embedded cloud`);
  if (!OriginAccessControlId || !distributions.originAccessControls.has(OriginAccessControlId)) {
    throw new Error(`the origin ${DomainName} has no origin access control`);
  }
  const credentials = iam.issueKey(iam.service("cloudfront.amazonaws.com", distributionArn));
  return bucketOrigin(bucket, { ...client, credentials });
}
