import type { KeyObject } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { KeyListBucket } from "#shared/card/key-list-bucket.ts";
import { KeyListTable } from "#shared/card/key-list-table.ts";
import { type PublishedKeys, publishKeys } from "#shared/card/publish-keys.ts";
import { RevokedKeysTable } from "#shared/card/revoked-keys-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { SigningKey } from "#shared/card/signing-key.ts";
import type { Cloud } from "../cloud/cloud.ts";
import { demoRoot } from "./demo-root.ts";

/** Whose public half verifiers of the embedded cloud's cards have to know; it lies in the cloud's folder. */
const rootFile = "root-key.pem";

const names = z.object({
  ...{ SigningKey: z.string(), SecondSigningKey: z.string(), CardTable: z.string() },
  ...{ StatusKey: z.string(), SecondStatusKey: z.string(), AgencyTable: z.string() },
  WebBucket: z.string(),
});

/**
 * Publishes the list of keys, as `kartu kunci-kartu terbitkan` does.
 * @param directory of the cloud's state
 */
export async function publishDemoKeys(directory: string, cloud: Cloud): Promise<void> {
  const { client, clock, outputs, siteUrl } = cloud;
  const name = names.parse(Object.assign({}, ...Object.values(outputs)));
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const kms = new KMSClient(client);
  const { privateKey, publicKey } = demoRoot();
  const isNewRoot = keepRoot(join(directory, rootFile), privateKey);
  const published = new KeyListBucket(s3, name.WebBucket);
  try {
    await publishKeys({
      keys: [name.SigningKey, name.SecondSigningKey].map((id) => new SigningKey(kms, id)),
      statusKeys: [name.StatusKey, name.SecondStatusKey].map((id) => new SigningKey(kms, id)),
      signatures: new SignatureTable(db, name.CardTable),
      agencies: new AgencyTable(db, name.AgencyTable),
      revokedKeys: new RevokedKeysTable(db, name.CardTable),
      published: isNewRoot ? anew(published) : published,
      kept: new KeyListTable(db, name.CardTable),
      root: { privateKey, publicKey },
      host: new URL(siteUrl).host,
      now: clock.now(),
    });
  } finally {
    for (const each of [kms, s3, db]) each.destroy();
  }
}

/** Each demo had a root key of its own until 29 November 2026: a list of that key is none that the page takes. */
function anew(published: PublishedKeys): PublishedKeys {
  return {
    read: async () => undefined,
    put: async (json) => published.put(json, await published.read()),
  };
}

/** @returns whether another one, or none, was kept there */
function keepRoot(file: string, key: KeyObject): boolean {
  const pem = key.export({ type: "pkcs8", format: "pem" });
  if (existsSync(file) && readFileSync(file, "utf8") === pem) return false;
  writeFileSync(file, pem, { mode: 0o600 });
  return true;
}
