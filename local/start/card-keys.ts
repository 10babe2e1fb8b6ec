import { existsSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { keyed } from "#shared/runtime/keyed.ts";
import { outputsOfKeys, publishCardKeys } from "../../ops/card-keys.ts";
import { makeRoot, readRoot } from "../../ops/root-key.ts";
import type { Cloud } from "../cloud/cloud.ts";

/** Whose public half verifiers of the embedded cloud's cards have to know; it lies in the cloud's folder. */
const rootFile = "root-key.pem";

const names = z.record(z.enum(outputsOfKeys), z.string());

/**
 * Publishes the list of keys, as `kartu kunci-kartu terbitkan` does. The root key is made at the first start, and is worth nothing anywhere
 * else: on AWS no machine that serves anything has it.
 * @param directory of the cloud's state
 */
export async function publishDemoKeys(directory: string, cloud: Cloud): Promise<void> {
  const { client, clock } = cloud;
  const file = join(directory, rootFile);
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const kms = new KMSClient(client);
  try {
    await publishCardKeys({
      ...{ kms, s3, db },
      outputs: namesIn(cloud.outputs),
      root: existsSync(file) ? readRoot(file) : makeRoot(file),
      now: clock.now(),
    });
  } finally {
    for (const each of [kms, s3, db]) each.destroy();
  }
}

function namesIn(outputs: Cloud["outputs"]): z.infer<typeof names> {
  const all: Record<string, unknown> = Object.assign({}, ...Object.values(outputs));
  return names.parse(keyed(outputsOfKeys, (name) => all[name]));
}
