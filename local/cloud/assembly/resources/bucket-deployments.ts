import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import {
  DeleteObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import * as z from "zod";
import { matchesWildcards } from "../../iam/wildcards.ts";
import { type CloudServices, type Deployer, readProperties, withoutEffect } from "../deployer.ts";
import { contentType } from "./content-type.ts";
import { assetPath } from "./functions.ts";

/** CDK's Custom::CDKBucketDeployment: files of an asset, put into a bucket. */
const deploymentProperties = z.strictObject({
  SourceObjectKeys: z.array(z.string()),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(""),
  Include: z.array(z.string()).default([]),
  Exclude: z.array(z.string()).default([]),
  Prune: z.boolean().default(true),
  SystemMetadata: z
    .strictObject({ "cache-control": z.string().optional(), "content-type": z.string().optional() })
    .default({}),
  UserMetadata: z.record(z.string(), z.string()).optional(),
  ServiceToken: withoutEffect,
  SourceBucketNames: withoutEffect,
  SourceMarkers: withoutEffect,
  SourceMarkersConfig: withoutEffect,
  RetainOnDelete: withoutEffect,
  OutputObjectKeys: withoutEffect,
  DestinationBucketArn: withoutEffect,
  // Nothing is cached at an edge here.
  DistributionId: withoutEffect,
  DistributionPaths: withoutEffect,
  WaitForDistributionInvalidation: withoutEffect,
});

type DeploymentProperties = z.output<typeof deploymentProperties>;

export const deployBucketDeployment: Deployer = async (resource, cloud) => {
  const properties = readProperties(deploymentProperties, resource);
  const files = properties.SourceObjectKeys.flatMap((key) => filesIn(assetPath(cloud, key)));
  const chosen = files.filter(({ name }) => isChosen(name, properties));
  // A restart finds the files where they are.
  const deployed = cloud.context.store.shelf<string>("bucket-deployments");
  const settings = cloud.context.store.shelf<string>("bucket-deployment-settings");
  const { physicalName } = resource;
  const { SourceObjectKeys, ...rest } = properties;
  const [version, setting] = [hashOf([properties, chosen]), hashOf(rest)];
  if (deployed.get(physicalName) !== version) {
    await copy(chosen, properties, cloud, settings.get(physicalName) === setting);
    deployed.set(physicalName, version);
    settings.set(physicalName, setting);
  }
  return { ref: resource.physicalName, attributes: { SourceObjectKeys: [] } };
};

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

interface SourceFile {
  /** Relative to the asset, with slashes. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly modifiedAt: number;
}

function filesIn(directory: string): SourceFile[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => ({ name: name.replaceAll(sep, "/"), path: join(directory, name) }))
    .flatMap((file) => {
      const stat = statSync(file.path);
      return stat.isFile() ? [{ ...file, size: stat.size, modifiedAt: stat.mtimeMs }] : [];
    });
}

/** As `aws s3 sync` reads them: all files, without the excluded, with the included again. A "*" passes slashes. */
function isChosen(name: string, { Include, Exclude }: DeploymentProperties): boolean {
  const matches = (patterns: readonly string[]) =>
    patterns.some((pattern) => matchesWildcards(pattern, name, new Map()));
  return !matches(Exclude) || matches(Include);
}

/** @param onlyChanged whether an object with the file's content is as it should be, as `aws s3 sync` takes it */
async function copy(
  files: readonly SourceFile[],
  properties: DeploymentProperties,
  { client }: CloudServices,
  onlyChanged: boolean,
): Promise<void> {
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const Bucket = properties.DestinationBucketName;
  const prefix = properties.DestinationBucketKeyPrefix;
  const metadata = properties.SystemMetadata;
  try {
    const there = await etags(s3, Bucket, prefix);
    const put = async ({ name, path }: SourceFile) => {
      const Key = join(prefix, name).replaceAll(sep, "/");
      const Body = readFileSync(path);
      const etag = `"${createHash("md5").update(Body).digest("hex")}"`;
      if (onlyChanged && there.get(Key) === etag) return;
      await s3.send(
        new PutObjectCommand({
          ...{ Bucket, Key, Body },
          ContentType: metadata["content-type"] ?? contentType(name),
          CacheControl: metadata["cache-control"],
          Metadata: properties.UserMetadata,
        }),
      );
    };
    await Promise.all(files.map(put));
    if (properties.Prune) await prune(s3, [...there.keys()], files, properties);
  } finally {
    s3.destroy();
  }
}

/** What is in the bucket below a prefix: keys with their ETags. */
async function etags(s3: S3Client, Bucket: string, Prefix: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix })) {
    for (const { Key = "", ETag = "" } of Contents) found.set(Key, ETag);
  }
  return found;
}

async function prune(
  s3: S3Client,
  there: readonly string[],
  files: readonly SourceFile[],
  properties: DeploymentProperties,
): Promise<void> {
  const Bucket = properties.DestinationBucketName;
  const prefix = properties.DestinationBucketKeyPrefix;
  const wanted = new Set(files.map(({ name }) => join(prefix, name).replaceAll(sep, "/")));
  for (const Key of there) {
    const isOurs = isChosen(Key.slice(prefix.length), properties);
    if (isOurs && !wanted.has(Key)) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  }
}
