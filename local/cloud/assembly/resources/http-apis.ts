import * as z from "zod";
import { checkAccessLogFormat } from "../../http-api/access-log.ts";
import { type Deployer, physicalId, readProperties, withoutEffect } from "../deployer.ts";

const apiProperties = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal("HTTP"),
  DisableExecuteApiEndpoint: z.boolean().default(false),
  Description: withoutEffect,
  Tags: withoutEffect,
});

export const deployHttpApi: Deployer = (resource, { httpApis, context }) => {
  const { DisableExecuteApiEndpoint } = readProperties(apiProperties, resource);
  const id = physicalId(resource, 10);
  httpApis.add(id, { isEndpointDisabled: DisableExecuteApiEndpoint });
  const host = `${id}.execute-api.${context.region}.amazonaws.com`;
  return { ref: id, attributes: { ApiId: id, ApiEndpoint: `https://${host}` } };
};

const routeSettings = z.strictObject({
  ThrottlingRateLimit: z.coerce.number().optional(),
  ThrottlingBurstLimit: z.coerce.number().optional(),
  DetailedMetricsEnabled: withoutEffect,
});

const stageProperties = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal("$default", "the embedded cloud has no other stage than $default"),
  AutoDeploy: withoutEffect,
  DefaultRouteSettings: routeSettings.optional(),
  RouteSettings: z.record(z.string(), routeSettings).default({}),
  AccessLogSettings: z.strictObject({ DestinationArn: z.string(), Format: z.string() }).optional(),
  Description: withoutEffect,
  Tags: withoutEffect,
});

export const deployHttpStage: Deployer = (resource, { httpApis }) => {
  const stage = readProperties(stageProperties, resource);
  const byRoute = Object.entries(stage.RouteSettings).flatMap(([key, settings]) => {
    const limits = limitsOf(settings);
    return limits ? [[key, limits] as const] : [];
  });
  const api = httpApis.named(stage.ApiId);
  api.throttle({
    everyRoute: limitsOf(stage.DefaultRouteSettings),
    byRoute: Object.fromEntries(byRoute),
  });
  const { AccessLogSettings: log } = stage;
  if (log) checkAccessLogFormat(log.Format);
  api.logTo(log && { name: log.DestinationArn.split(":").at(-1) ?? "", format: log.Format });
  return { ref: stage.StageName };
};

/** A limit that is not given is the account's: 10,000 requests a second and 5,000 at once. */
function limitsOf(settings: z.output<typeof routeSettings> | undefined) {
  const { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit } = settings ?? {};
  if (rateLimit === undefined && burstLimit === undefined) return undefined;
  return { rateLimit: rateLimit ?? 10_000, burstLimit: burstLimit ?? 5000 };
}

const integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal("AWS_PROXY"),
  IntegrationUri: z.string().startsWith("arn:aws:lambda:"),
  PayloadFormatVersion: z.literal("2.0"),
  TimeoutInMillis: z.coerce.number().max(30_000).optional(),
  IntegrationMethod: withoutEffect,
  Description: withoutEffect,
});

export const deployHttpIntegration: Deployer = (resource, { httpApis }) => {
  const { ApiId, IntegrationUri, TimeoutInMillis } = readProperties(integration, resource);
  const id = physicalId(resource, 7);
  httpApis.named(ApiId).addIntegration(id, {
    functionArn: IntegrationUri,
    timeoutMillis: TimeoutInMillis ?? 30_000,
  });
  return { ref: id, attributes: { IntegrationId: id } };
};

const routeProperties = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().startsWith("integrations/"),
  AuthorizationType: z.literal("NONE").default("NONE"),
  OperationName: withoutEffect,
});

export const deployHttpRoute: Deployer = (resource, { httpApis }) => {
  const route = readProperties(routeProperties, resource);
  httpApis.named(route.ApiId).addRoute({
    key: route.RouteKey,
    integrationId: route.Target.replace("integrations/", ""),
  });
  const id = physicalId(resource, 7);
  return { ref: id, attributes: { RouteId: id } };
};
