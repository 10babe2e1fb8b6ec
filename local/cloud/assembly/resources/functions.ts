import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Resource } from "../deploy-assembly.ts";
import {
  type CloudServices,
  type Deployer,
  physicalName,
  readProperties,
  withoutEffect,
} from "../deployer.ts";
import { isProvider } from "./custom-resources.ts";

const functionProperties = z.strictObject({
  FunctionName: z.string().optional(),
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  Handler: z.string(),
  // "Lambda runtimes": 20 and older can be created no more since 2026-08.
  Runtime: z.enum(["nodejs22.x", "nodejs24.x"], "only Node.js 22 and 24 run here"),
  Role: z.string(),
  MemorySize: z.coerce.number().default(128),
  Timeout: z.coerce.number().default(3),
  Environment: z
    .strictObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
    .default({ Variables: {} }),
  Layers: z.array(z.string()).default([]),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
  Description: withoutEffect,
  // This machine's own architecture and disk are used.
  Architectures: withoutEffect,
  EphemeralStorage: withoutEffect,
  // All functions log JSON to files.
  LoggingConfig: z.looseObject({ LogGroup: z.string().optional() }).optional(),
  // Chains are not counted here; the tests of the infrastructure find who would be ended.
  RecursiveLoop: withoutEffect,
  // Traces have nowhere to go.
  TracingConfig: withoutEffect,
  Tags: withoutEffect,
});

export const deployFunction: Deployer = (resource, cloud) => {
  const { iam, assembly } = cloud;
  if (isProvider(assembly, resource)) return named(resource, cloud);
  const properties = readProperties(functionProperties, resource);
  const name = properties.FunctionName ?? physicalName(resource, 64);
  const arn = functionArn(cloud, name);
  iam.demand(iam.service("lambda.amazonaws.com", arn), "sts:AssumeRole", properties.Role);
  cloud.functions.add({
    name,
    arn,
    handler: properties.Handler,
    codeDirectory: assetPath(cloud, properties.Code.S3Key),
    layerPackages: properties.Layers.flatMap((layer) => cloud.functions.packagesOf(layer)),
    memoryMegabytes: properties.MemorySize,
    timeoutSeconds: properties.Timeout,
    roleArn: properties.Role,
    environment: properties.Environment.Variables,
    reservedConcurrency: properties.ReservedConcurrentExecutions,
  });
  cloud.logGroups.set(properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`, name);
  const deadLetterQueue = properties.DeadLetterConfig?.TargetArn;
  if (deadLetterQueue) {
    iam.demand(iam.role(properties.Role, name), "sqs:SendMessage", deadLetterQueue);
    cloud.asyncInvocations.setPolicy(arn, { deadLetterQueue });
    cloud.deadLetterQueues.add(deadLetterQueue);
  }
  return { ref: name, attributes: { Arn: arn } };
};

/** A function that only makes custom resources: the cloud makes those itself, and this one never runs. */
function named(resource: Resource, cloud: CloudServices) {
  const name = physicalName(resource, 64);
  return { ref: name, attributes: { Arn: functionArn(cloud, name) } };
}

const layerVersion = z.strictObject({
  Content: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  LayerName: withoutEffect,
  Description: withoutEffect,
  LicenseInfo: withoutEffect,
  // Native modules are those of this machine, whatever the layer was built for.
  CompatibleArchitectures: withoutEffect,
  CompatibleRuntimes: withoutEffect,
});

export const deployLayerVersion: Deployer = (resource, cloud) => {
  const { Content } = readProperties(layerVersion, resource);
  const { region, account } = cloud.context;
  const arn = `arn:aws:lambda:${region}:${account}:layer:${physicalName(resource, 140)}:1`;
  cloud.functions.addLayer(arn, packagesIn(assetPath(cloud, Content.S3Key)));
  return { ref: arn, attributes: { LayerVersionArn: arn } };
};

const permissionProperties = z.strictObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

export const deployFunctionPermission: Deployer = (resource, cloud) => {
  const permission = readProperties(permissionProperties, resource);
  const { Action, FunctionName, Principal, SourceArn, SourceAccount } = permission;
  const arn = FunctionName.startsWith("arn:") ? FunctionName : functionArn(cloud, FunctionName);
  cloud.iam.addResourcePolicy(arn, {
    Statement: {
      Effect: "Allow",
      Action,
      Resource: arn,
      Principal: Principal.endsWith(".amazonaws.com") ? { Service: Principal } : { AWS: Principal },
      Condition: {
        ...(SourceArn ? { ArnLike: { "aws:SourceArn": SourceArn } } : {}),
        ...(SourceAccount ? { StringEquals: { "aws:SourceAccount": SourceAccount } } : {}),
      },
    },
  });
  return { ref: resource.physicalName };
};

const invokeConfig = z.strictObject({
  FunctionName: z.string(),
  Qualifier: z.literal("$LATEST"),
  MaximumRetryAttempts: z.coerce.number().optional(),
  MaximumEventAgeInSeconds: z.coerce.number().optional(),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .default({}),
});

export const deployInvokeConfig: Deployer = (resource, cloud) => {
  const config = readProperties(invokeConfig, resource);
  const failureDestination = config.DestinationConfig.OnFailure?.Destination;
  if (failureDestination) cloud.deadLetterQueues.add(failureDestination);
  const retries = config.MaximumRetryAttempts;
  const age = config.MaximumEventAgeInSeconds;
  cloud.asyncInvocations.setPolicy(functionArn(cloud, config.FunctionName), {
    ...(failureDestination === undefined ? {} : { failureDestination }),
    ...(retries === undefined ? {} : { maximumRetryAttempts: retries }),
    ...(age === undefined ? {} : { maximumEventAgeSeconds: age }),
  });
  return { ref: resource.physicalName };
};

function functionArn({ context }: Pick<CloudServices, "context">, name: string): string {
  return `arn:aws:lambda:${context.region}:${context.account}:function:${name}`;
}

export function assetPath(
  { assembly }: Pick<CloudServices, "assembly">,
  objectKey: string,
): string {
  const path = assembly.assets.get(objectKey);
  if (!path) throw new Error(`the assembly has no asset ${objectKey}`);
  return path;
}

/** Names of the packages in a layer: what its package.json asks for and what is installed. */
function packagesIn(layerDirectory: string): string[] {
  const roots = [layerDirectory, join(layerDirectory, "nodejs")];
  return roots.flatMap((root) => [...dependenciesIn(root), ...installedIn(root)]);
}

function dependenciesIn(directory: string): string[] {
  const file = join(directory, "package.json");
  if (!existsSync(file)) return [];
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return Object.keys(dependencies);
}

function installedIn(directory: string): string[] {
  const modules = join(directory, "node_modules");
  if (!existsSync(modules)) return [];
  return readdirSync(modules).flatMap((name) =>
    name.startsWith("@")
      ? readdirSync(join(modules, name)).map((scoped) => `${name}/${scoped}`)
      : [name],
  );
}
