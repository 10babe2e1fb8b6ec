import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import type { MailedCodeMessage } from "#shared/account/mailed-code.ts";
import { MailedCodeTable } from "#shared/account/mailed-code-table.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkQueue } from "#shared/bulk/bulk-queue.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { BulkListTable } from "#shared/bulk-change/bulk-list-table.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { ExportTable } from "#shared/export/export-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { ContactChangeTable } from "#shared/session/contact-change-table.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { TransferTable } from "#shared/transfer/transfer-table.ts";
import { accountsRoutes } from "./routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    HMAC_KEY: z.string(),
    CHECK_ANSWERS: z.stringbool(),
    EDGE_KEY: z.string(),
    SESSION_TABLE: z.string(),
    ACCOUNT_TABLE: z.string(),
    ROLE_TABLE: z.string(),
    APPROVAL_TABLE: z.string(),
    EXPORT_TABLE: z.string(),
    PHOTO_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    UNIT_TABLE: z.string(),
    BULK_TABLE: z.string(),
    CONTACT_CHANGE_TABLE: z.string(),
    REQUEST_TABLE: z.string(),
    RESET_QUEUE: z.string(),
    IMPORT_TABLE: z.string(),
    BULK_QUEUE: z.string(),
    NEW_EMAIL_WAIT_HOURS: z.coerce.number().min(0),
  }),
);
const db = documentClient();
const sqs = new SQSClient();
const history = new AuditTable(db, config.AUDIT_TABLE);
const hmacKey = new HmacKey(new KMSClient(), config.HMAC_KEY);

const api = {
  sessions: new SessionTable(db, config.SESSION_TABLE),
  accountRecords: new AccountTable(db, config.ACCOUNT_TABLE),
  accountHistory: new AccountHistory(history),
  roles: new RoleTable(db, config.ROLE_TABLE),
  approvals: new ApprovalTable(db, config.APPROVAL_TABLE, history),
  decrees: new DecreeTable(db, config.CONTACT_CHANGE_TABLE),
  transfers: new TransferTable(db, config.CONTACT_CHANGE_TABLE, history),
  requests: new RequestTable(db, config.REQUEST_TABLE, history),
  exports: new ExportTable(db, config.EXPORT_TABLE),
  photos: new PhotoTable(db, config.PHOTO_TABLE),
  agencies: new WritableAgencyTable(db, config.AGENCY_TABLE, history),
  employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
    audit: history,
    changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
    markers: new MarkerTable(db, config.MARKER_TABLE),
    units: new UnitRegisterTable(db, config.UNIT_TABLE),
  }),
  units: new UnitTable(db, config.UNIT_TABLE),
  bulks: new BulkTable(db, config.BULK_TABLE),
  bulkLists: new BulkListTable(db, config.BULK_TABLE),
  history,
  lockouts: new LockoutTable(db, config.RATE_LIMIT_TABLE),
  limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
  contactChanges: new ContactChangeTable(db, config.CONTACT_CHANGE_TABLE),
  codes: new MailedCodeTable(db, config.SESSION_TABLE),
  codesToMail: new MessageQueue<MailedCodeMessage>(sqs, config.RESET_QUEUE),
  imports: new ImportTable(db, config.IMPORT_TABLE),
  bulkSteps: new BulkQueue(sqs, config.BULK_QUEUE),
  hmacKey,
  newEmailWaitHours: config.NEW_EMAIL_WAIT_HOURS,
  clock: systemClock,
};

export const handler = apiHandler(accountsRoutes(api), {
  siteUrl: config.SITE_URL,
  edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
  hmacKey,
  checkAnswers: config.CHECK_ANSWERS,
});
