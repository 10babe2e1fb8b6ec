import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { AttendanceRulesTable } from "#shared/attendance/attendance-rules-table.ts";
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CampaignTable } from "#shared/campaign/campaign-table.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { DocumentTable } from "#shared/document/document-table.ts";
import { DocumentTypesetter } from "#shared/document/document-typesetter.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { ExportQueue } from "#shared/export/export-queue.ts";
import { ExportTable } from "#shared/export/export-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { LeaveLedgerTable } from "#shared/leave/leave-ledger-table.ts";
import { LetterTable } from "#shared/letter/letter-table.ts";
import { actsIn } from "#shared/post/acts-in.ts";
import { DeciderRuleTable } from "#shared/post/decider-rule-table.ts";
import { PostTable } from "#shared/post/post-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { RevokedProofTable } from "#shared/request/revoked-proof-table.ts";
import { requestKinds } from "#shared/request-kinds/request-kinds.ts";
import { systemClock as clock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { freezesOf } from "#shared/session/account-freezes.ts";
import { standingOf } from "#shared/session/require-session.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { TrainingResultTable } from "#shared/training/training-result-table.ts";
import { WorkCalendarTable } from "#shared/workday/work-calendar-table.ts";
import { requestRoutes } from "./routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    HMAC_KEY: z.string(),
    CHECK_ANSWERS: z.stringbool(),
    EDGE_KEY: z.string(),
    SESSION_TABLE: z.string(),
    ROLE_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    REQUEST_TABLE: z.string(),
    DOCUMENT_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    ACCOUNT_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    CAMPAIGN_TABLE: z.string(),
    POST_TABLE: z.string(),
    LETTER_TABLE: z.string(),
    CONTACT_CHANGE_TABLE: z.string(),
    ATTENDANCE_TABLE: z.string(),
    UNIT_TABLE: z.string(),
    EXPORT_TABLE: z.string(),
    EXPORT_QUEUE: z.string(),
    EVIDENCE_DAYS: z.coerce.number().int().min(0),
  }),
);
const db = documentClient();
const history = new AuditTable(db, config.AUDIT_TABLE);
const hmacKey = new HmacKey(new KMSClient(), config.HMAC_KEY);
const roles = new RoleTable(db, config.ROLE_TABLE);
const typesetter = new DocumentTypesetter();
const requests = new RequestTable(db, config.REQUEST_TABLE, history);
const employees = new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
  audit: history,
  changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
  markers: new MarkerTable(db, config.MARKER_TABLE),
});

const documents = new DocumentTable(db, config.DOCUMENT_TABLE);
const sessions = new SessionTable(db, config.SESSION_TABLE);
const accountRecords = new AccountTable(db, config.ACCOUNT_TABLE);
const posts = new PostTable(db, config.POST_TABLE, history);
const leave = {
  posts,
  rules: new DeciderRuleTable(db, config.POST_TABLE, history),
  units: new UnitTable(db, config.UNIT_TABLE),
  calendars: new WorkCalendarTable(db, config.AGENCY_TABLE),
  ledgers: new LeaveLedgerTable(db, config.REQUEST_TABLE),
  decrees: new DecreeTable(db, config.CONTACT_CHANGE_TABLE),
};

const attendance = {
  months: new AttendanceTable(db, config.ATTENDANCE_TABLE, history),
  attendanceRules: new AttendanceRulesTable(db, config.ATTENDANCE_TABLE, history),
};

const results = new TrainingResultTable(db, config.AGENCY_TABLE, history);

const routes = requestRoutes({
  ...leave,
  results,
  limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
  kinds: requestKinds({
    ...leave,
    ...attendance,
    ...{ employees, accountRecords, requests, roles, results, clock },
    letters: new LetterTable(db, config.LETTER_TABLE, history),
  }),
  revokedProofs: new RevokedProofTable(db, documents, history),
  drawDocument: (page) => typesetter.set(page),
  siteUrl: config.SITE_URL,
  evidenceDays: config.EVIDENCE_DAYS,
  agencies: new AgencyTable(db, config.AGENCY_TABLE),
  campaigns: new CampaignTable(db, config.CAMPAIGN_TABLE),
  exports: new ExportTable(db, config.EXPORT_TABLE),
  exportQueue: new ExportQueue(new SQSClient(), config.EXPORT_QUEUE),
  standingOf: (id) => standingOf({ employees, roles, clock }, id),
  actsIn: (id, wanted) => actsIn({ posts, employees, clock }, id, wanted),
  freezes: freezesOf({ sessions, clock }),
  ...{ sessions, documents, roles, employees, requests, history, hmacKey, clock },
});
export const handler = apiHandler(routes, {
  siteUrl: config.SITE_URL,
  edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, clock),
  hmacKey,
  checkAnswers: config.CHECK_ANSWERS,
});
