import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { KeyListBucket } from "#shared/card/key-list-bucket.ts";
import { publishKeys } from "#shared/card/publish-keys.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { SigningKey } from "#shared/card/signing-key.ts";
import type { Cloud } from "../cloud/cloud.ts";

/** Whose public half verifiers of the embedded cloud's cards have to know; it lies in the cloud's folder. */
const rootFile = "root-key.pem";

const names = z.object({
  ...{ SigningKey: z.string(), SecondSigningKey: z.string(), CardTable: z.string() },
  ...{ StatusKey: z.string(), AgencyTable: z.string(), WebBucket: z.string() },
});
const jwk = z.object({ x: z.string(), y: z.string() });

/**
 * Publishes the list of keys, as `kartu kunci-kartu terbitkan` does. The root key is made at the first start, and is worth nothing anywhere
 * else: on AWS no machine that serves anything has it.
 * @param directory of the cloud's state
 */
export async function publishDemoKeys(directory: string, cloud: Cloud): Promise<void> {
  const { client, clock, outputs, siteUrl } = cloud;
  const name = names.parse(Object.assign({}, ...Object.values(outputs)));
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const kms = new KMSClient(client);
  const privateKey = rootOf(join(directory, rootFile));
  const publicKey = jwk.parse(createPublicKey(privateKey).export({ format: "jwk" }));
  try {
    await publishKeys({
      keys: [name.SigningKey, name.SecondSigningKey].map((id) => new SigningKey(kms, id)),
      statusKeys: [new SigningKey(kms, name.StatusKey)],
      signatures: new SignatureTable(db, name.CardTable),
      agencies: new AgencyTable(db, name.AgencyTable),
      published: new KeyListBucket(s3, name.WebBucket),
      root: { privateKey, publicKey },
      host: new URL(siteUrl).host,
      now: clock.now(),
    });
  } finally {
    for (const each of [kms, s3, db]) each.destroy();
  }
}

function rootOf(file: string): KeyObject {
  if (existsSync(file)) return createPrivateKey(readFileSync(file));
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return privateKey;
}
