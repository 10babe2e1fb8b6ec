import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkQueue } from "#shared/bulk/bulk-queue.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { BoardTable } from "#shared/desk/board-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { ExportBucket } from "#shared/export/export-bucket.ts";
import { ExportQueue } from "#shared/export/export-queue.ts";
import { ExportTable } from "#shared/export/export-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { ImportBucket } from "#shared/import/import-bucket.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { PrintBucket } from "#shared/print/print-bucket.ts";
import { PrintQueue } from "#shared/print/print-queue.ts";
import { PrintTable } from "#shared/print/print-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { patience } from "#shared/runtime/patience.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { accountListRoutes } from "./account-list-routes.ts";
import { deskRoutes } from "./desk-routes.ts";
import { exportRoutes } from "./export-routes.ts";
import { importRoutes } from "./import-routes.ts";
import { markedRoutes } from "./marked-routes.ts";
import { printRoutes } from "./print-routes.ts";
import { reminderRoutes } from "./reminder-routes.ts";
import { recordsRoutes } from "./routes.ts";
import { unitRoutes } from "./unit-routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    HMAC_KEY: z.string(),
    CHECK_ANSWERS: z.stringbool(),
    EDGE_KEY: z.string(),
    SESSION_TABLE: z.string(),
    ROLE_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    ACCOUNT_TABLE: z.string(),
    PHOTO_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    APPROVAL_TABLE: z.string(),
    PRINT_TABLE: z.string(),
    UNIT_TABLE: z.string(),
    BULK_TABLE: z.string(),
    BULK_QUEUE: z.string(),
    PRINT_BUCKET: z.string(),
    PRINT_QUEUE: z.string(),
    EXPORT_TABLE: z.string(),
    EXPORT_BUCKET: z.string(),
    EXPORT_QUEUE: z.string(),
    IMPORT_TABLE: z.string(),
    IMPORT_BUCKET: z.string(),
    NEW_EMAIL_WAIT_HOURS: z.coerce.number().min(0),
  }),
);
const db = documentClient();
const history = new AuditTable(db, config.AUDIT_TABLE);
const accountRecords = new AccountTable(db, config.ACCOUNT_TABLE);
const s3 = new S3Client(patience);
const sqs = new SQSClient();
const hmacKey = new HmacKey(new KMSClient(), config.HMAC_KEY);
const api = {
  sessions: new SessionTable(db, config.SESSION_TABLE),
  roles: new RoleTable(db, config.ROLE_TABLE),
  employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
    audit: history,
    changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
    markers: new MarkerTable(db, config.MARKER_TABLE),
    units: new UnitRegisterTable(db, config.UNIT_TABLE),
  }),
  units: new UnitTable(db, config.UNIT_TABLE),
  agencies: new AgencyTable(db, config.AGENCY_TABLE),
  boards: new BoardTable(db, config.AGENCY_TABLE),
  approvals: new ApprovalTable(db, config.APPROVAL_TABLE, history),
  bulks: new BulkTable(db, config.BULK_TABLE),
  bulkSteps: new BulkQueue(sqs, config.BULK_QUEUE),
  accountRecords,
  photos: new PhotoTable(db, config.PHOTO_TABLE),
  history,
  limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
  prints: new PrintTable(db, config.PRINT_TABLE),
  printFiles: new PrintBucket(s3, config.PRINT_BUCKET),
  printQueue: new PrintQueue(sqs, config.PRINT_QUEUE),
  exports: new ExportTable(db, config.EXPORT_TABLE),
  exportFiles: new ExportBucket(s3, config.EXPORT_BUCKET),
  exportQueue: new ExportQueue(sqs, config.EXPORT_QUEUE),
  imports: new ImportTable(db, config.IMPORT_TABLE),
  importFiles: new ImportBucket(s3, config.IMPORT_BUCKET),
  clock: systemClock,
  hmacKey,
  newEmailWaitHours: config.NEW_EMAIL_WAIT_HOURS,
};

const routes = [
  ...recordsRoutes(api),
  ...printRoutes(api),
  ...markedRoutes(api),
  ...unitRoutes(api),
  ...exportRoutes(api),
  ...accountListRoutes(api),
  ...importRoutes(api),
  ...reminderRoutes(api),
  ...deskRoutes(api),
];
export const handler = apiHandler(routes, {
  siteUrl: config.SITE_URL,
  edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
  hmacKey,
  checkAnswers: config.CHECK_ANSWERS,
});
