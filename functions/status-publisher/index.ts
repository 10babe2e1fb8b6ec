import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { KeyListBucket } from "#shared/card/key-list-bucket.ts";
import { KeyListTable } from "#shared/card/key-list-table.ts";
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
    STATUS_KEY: z.enum(["first", "second"]),
    FIRST_STATUS_KEY: z.string(),
    SECOND_STATUS_KEY: z.string(),
    STATUS_HOURS: z.coerce.number(),
    WEB_BUCKET: z.string(),
    SITE_URL: z.url(),
  }),
);
const db = documentClient();
const s3 = new S3Client(patience);
const statusKey = { first: config.FIRST_STATUS_KEY, second: config.SECOND_STATUS_KEY };

export const handler = runStatusPublisher({
  places: new StatusPlaceTable(db, config.CARD_TABLE),
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
  signer: new SigningKey(new KMSClient(), statusKey[config.STATUS_KEY], "DIGEST"),
  files: new StatusBucket(s3, config.WEB_BUCKET),
  published: new KeyListBucket(s3, config.WEB_BUCKET),
  kept: new KeyListTable(db, config.CARD_TABLE),
  host: new URL(config.SITE_URL).host,
  hours: config.STATUS_HOURS,
  clock: systemClock,
});
