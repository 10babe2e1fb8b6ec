import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { SealBucket } from "#shared/audit/seal-bucket.ts";
import { SealKey } from "#shared/audit/seal-key.ts";
import { WrittenEntriesTable } from "#shared/audit/written-entries-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { patience } from "#shared/runtime/patience.ts";
import { runSealer } from "./handle.ts";

const config = readConfig(
  z.object({ AUDIT_TABLE: z.string(), SEAL_BUCKET: z.string(), SEAL_KEY: z.string() }),
);

export const handler = runSealer({
  written: new WrittenEntriesTable(documentClient(), config.AUDIT_TABLE),
  seals: new SealBucket(new S3Client(patience), config.SEAL_BUCKET),
  signer: new SealKey(new KMSClient(), config.SEAL_KEY),
  clock: systemClock,
});
