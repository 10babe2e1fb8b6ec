import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { ImportBucket } from "#shared/import/import-bucket.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { judgeImports } from "./handle.ts";
import { markFile } from "./mark-file.ts";

const config = readConfig(
  z.object({
    IMPORT_TABLE: z.string(),
    IMPORT_BUCKET: z.string(),
    IMPORT_QUEUE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    UNIT_TABLE: z.string(),
  }),
);
const db = documentClient();
const markers = new MarkerTable(db, config.MARKER_TABLE);

export const handler = judgeImports(
  {
    imports: new ImportTable(db, config.IMPORT_TABLE),
    files: new ImportBucket(new S3Client(), config.IMPORT_BUCKET),
    employees: new EmployeeTable(db, config.EMPLOYEE_TABLE, markers),
    units: new UnitTable(db, config.UNIT_TABLE),
    markFile,
    clock: systemClock,
  },
  new MessageQueue(new SQSClient(), config.IMPORT_QUEUE),
);
