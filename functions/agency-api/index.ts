import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { RoleTable } from "#shared/access/role-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AttendanceRulesTable } from "#shared/attendance/attendance-rules-table.ts";
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkQueue } from "#shared/bulk/bulk-queue.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { unfitting } from "#shared/card/design/fit-agency.ts";
import { printedEmblem } from "#shared/card/design/printed-emblem.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { standInPhoto } from "#shared/card/stand-in-photo.ts";
import { DocumentTable } from "#shared/document/document-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { EvidenceBucket } from "#shared/evidence/evidence-bucket.ts";
import { PresenceKeyTable } from "#shared/gate/presence-key-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { LeaveLedgerTable } from "#shared/leave/leave-ledger-table.ts";
import type { DrawnLetter } from "#shared/letter/letter-page.ts";
import { LetterProfileTable } from "#shared/letter/letter-profile-table.ts";
import { LetterTable } from "#shared/letter/letter-table.ts";
import { LetterTypesetter } from "#shared/letter/letter-typesetter.ts";
import { NumberRegisterTable } from "#shared/letter/number-register-table.ts";
import { AnnouncementTable } from "#shared/notification/announcement-table.ts";
import type { CircularLetter } from "#shared/notification/circular-page.ts";
import { CircularTypesetter } from "#shared/notification/circular-typesetter.ts";
import { DeciderRuleTable } from "#shared/post/decider-rule-table.ts";
import { PostTable } from "#shared/post/post-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { patience } from "#shared/runtime/patience.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { TrainingResultTable } from "#shared/training/training-result-table.ts";
import { TrainingTable } from "#shared/training/training-table.ts";
import { WritableWorkCalendarTable } from "#shared/workday/writable-work-calendar-table.ts";
import { agencyRoutes } from "./agency-routes.ts";
import { announcementRoutes } from "./announcement-routes.ts";
import { attendanceRoutes } from "./attendance-routes.ts";
import { calendarRoutes } from "./calendar-routes.ts";
import { deciderRoutes } from "./decider-routes.ts";
import { letterRoutes } from "./letter-routes.ts";
import { postRoutes } from "./post-routes.ts";
import { presenceRoutes } from "./presence-routes.ts";
import { templateRoutes } from "./template-routes.ts";
import { trainingConsentRoutes } from "./training-consent-routes.ts";
import { trainingResultRoutes } from "./training-result-routes.ts";
import { trainingRoutes } from "./training-routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    HMAC_KEY: z.string(),
    CHECK_ANSWERS: z.stringbool(),
    EDGE_KEY: z.string(),
    SESSION_TABLE: z.string(),
    ROLE_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    POST_TABLE: z.string(),
    LETTER_TABLE: z.string(),
    ATTENDANCE_TABLE: z.string(),
    REQUEST_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    DOCUMENT_TABLE: z.string(),
    UNIT_TABLE: z.string(),
    APPROVAL_TABLE: z.string(),
    BULK_TABLE: z.string(),
    BULK_QUEUE: z.string(),
    AUDIT_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    NOTIFICATION_TABLE: z.string(),
    EVIDENCE_BUCKET: z.string(),
  }),
);
const db = documentClient();
const hmacKey = new HmacKey(new KMSClient(), config.HMAC_KEY);
const letterTypesetter = new LetterTypesetter(printedEmblem);
const circulars = new CircularTypesetter(printedEmblem);
const painter = new CardPainter(new CheckedTemplates());

const history = new AuditTable(db, config.AUDIT_TABLE);
const api = {
  sessions: new SessionTable(db, config.SESSION_TABLE),
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE, new MarkerTable(db, config.MARKER_TABLE)),
  roles: new RoleTable(db, config.ROLE_TABLE),
  agencies: new WritableAgencyTable(db, config.AGENCY_TABLE, history),
  posts: new PostTable(db, config.POST_TABLE, history),
  rules: new DeciderRuleTable(db, config.POST_TABLE, history),
  letters: new LetterTable(db, config.LETTER_TABLE, history),
  registers: new NumberRegisterTable(db, config.LETTER_TABLE),
  profiles: new LetterProfileTable(db, config.LETTER_TABLE, history),
  attendanceRules: new AttendanceRulesTable(db, config.ATTENDANCE_TABLE, history),
  months: new AttendanceTable(db, config.ATTENDANCE_TABLE, history),
  presenceKeys: new PresenceKeyTable(db, config.ATTENDANCE_TABLE),
  ledgers: new LeaveLedgerTable(db, config.REQUEST_TABLE),
  documents: new DocumentTable(db, config.DOCUMENT_TABLE),
  drawLetter: (letter: DrawnLetter) => letterTypesetter.set(letter),
  units: new UnitTable(db, config.UNIT_TABLE),
  approvals: new ApprovalTable(db, config.APPROVAL_TABLE, history),
  limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
  unfitting,
  calendars: new WritableWorkCalendarTable(db, config.AGENCY_TABLE, history),
  trainings: new TrainingTable(db, config.AGENCY_TABLE, history),
  results: new TrainingResultTable(db, config.AGENCY_TABLE, history),
  bulks: new BulkTable(db, config.BULK_TABLE),
  bulkSteps: new BulkQueue(new SQSClient(), config.BULK_QUEUE),
  history,
  announcements: new AnnouncementTable(db, config.NOTIFICATION_TABLE),
  files: new EvidenceBucket(new S3Client(patience), config.EVIDENCE_BUCKET),
  hmacKey,
  drawCircular: (letter: CircularLetter) => circulars.set(letter),
  draw: (...wanted: Parameters<CardPainter["drawWebp"]>) => painter.drawWebp(...wanted),
  photo: standInPhoto(),
  siteUrl: config.SITE_URL,
  clock: systemClock,
};

const routes = [
  ...templateRoutes(api),
  ...agencyRoutes(api),
  ...announcementRoutes(api),
  ...postRoutes(api),
  ...deciderRoutes(api),
  ...calendarRoutes(api),
  ...trainingRoutes(api),
  ...trainingConsentRoutes(api),
  ...trainingResultRoutes(api),
  ...letterRoutes(api),
  ...attendanceRoutes(api),
  ...presenceRoutes(api),
];
export const handler = apiHandler(routes, {
  siteUrl: config.SITE_URL,
  edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
  hmacKey,
  checkAnswers: config.CHECK_ANSWERS,
});
