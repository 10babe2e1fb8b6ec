import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { SigningKey } from "#shared/card/signing-key.ts";
import { StatusPlaceTable } from "#shared/card/status-place-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { patience } from "#shared/runtime/patience.ts";
import { StatusBucket } from "#shared/verification/status-bucket.ts";
import { runStatusPublisher } from "./handle.ts";

const config = readConfig(
  z.object({
    CARD_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    STATUS_KEY: z.string(),
    STATUS_HOURS: z.coerce.number(),
    WEB_BUCKET: z.string(),
    SITE_URL: z.url(),
  }),
);
const db = documentClient();

export const handler = runStatusPublisher({
  places: new StatusPlaceTable(db, config.CARD_TABLE),
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
  signer: new SigningKey(new KMSClient(), config.STATUS_KEY, "DIGEST"),
  files: new StatusBucket(new S3Client(patience), config.WEB_BUCKET),
  host: new URL(config.SITE_URL).host,
  hours: config.STATUS_HOURS,
  clock: systemClock,
});
