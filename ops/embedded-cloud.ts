/** The embedded cloud of `npm start`, which says in its folder where it is (local/start/cloud-file.ts). */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";

const cloudFile = z.object({
  endpoint: z.url(),
  region: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
});

export interface EmbeddedCloud {
  /** As `cdk deploy --outputs-file` writes it. */
  readonly outputs: string;
  readonly db: DynamoDBDocumentClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly kms: KMSClient;
}

/**
 * @param home the folder of `npm start -- --home`
 * @returns the one that runs there; undefined when none does, also when its process was killed
 */
export async function embeddedCloud(home: string): Promise<EmbeddedCloud | undefined> {
  const file = join(home, "embedded-cloud.json");
  if (!existsSync(file)) return undefined;
  const client = cloudFile.parse(JSON.parse(readFileSync(file, "utf8")));
  try {
    await fetch(client.endpoint, { signal: AbortSignal.timeout(2_000) });
  } catch {
    return undefined;
  }
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const sqs = new SQSClient(client);
  const kms = new KMSClient(client);
  return { outputs: join(home, "embedded-outputs.json"), db, s3, sqs, kms };
}
