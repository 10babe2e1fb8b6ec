import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { AccountTable } from "#shared/account/account-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CampaignTable } from "#shared/campaign/campaign-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { ExportBucket } from "#shared/export/export-bucket.ts";
import { ExportTable } from "#shared/export/export-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { writeExports } from "./handle.ts";

const config = readConfig(
  z.object({
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    ACCOUNT_TABLE: z.string(),
    PHOTO_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    CAMPAIGN_TABLE: z.string(),
    REQUEST_TABLE: z.string(),
    EXPORT_TABLE: z.string(),
    EXPORT_BUCKET: z.string(),
  }),
);
const db = documentClient();
const history = new AuditTable(db, config.AUDIT_TABLE);

export const handler = writeExports({
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE, new MarkerTable(db, config.MARKER_TABLE)),
  accountRecords: new AccountTable(db, config.ACCOUNT_TABLE),
  photos: new PhotoTable(db, config.PHOTO_TABLE),
  agencies: new AgencyTable(db, config.AGENCY_TABLE),
  campaigns: new CampaignTable(db, config.CAMPAIGN_TABLE),
  requests: new RequestTable(db, config.REQUEST_TABLE, history),
  exports: new ExportTable(db, config.EXPORT_TABLE),
  files: new ExportBucket(new S3Client(), config.EXPORT_BUCKET),
  history,
  clock: systemClock,
});
