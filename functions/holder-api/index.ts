import { randomInt } from "node:crypto";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { RecentAgencies } from "#shared/agency/recent-agencies.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CardBucket } from "#shared/card/card-bucket.ts";
import { CardRendererFunction, rendererClient } from "#shared/card/card-renderer-function.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { looksOf } from "#shared/card/design/look.ts";
import { printedEmblem } from "#shared/card/design/printed-emblem.ts";
import { RedrawQueue } from "#shared/card/redraw-queue.ts";
import { ScanTable } from "#shared/card/scan-table.ts";
import { DocumentTable } from "#shared/document/document-table.ts";
import { DocumentTypesetter } from "#shared/document/document-typesetter.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { EvidenceBucket } from "#shared/evidence/evidence-bucket.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { LeaveLedgerTable } from "#shared/leave/leave-ledger-table.ts";
import { AnnouncementTable } from "#shared/notification/announcement-table.ts";
import { CircularTypesetter } from "#shared/notification/circular-typesetter.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { PhotoRequestTable } from "#shared/photo/photo-request-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { patience } from "#shared/runtime/patience.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { TrainingResultTable } from "#shared/training/training-result-table.ts";
import { TrainingTable } from "#shared/training/training-table.ts";
import { WorkCalendarTable } from "#shared/workday/work-calendar-table.ts";
import { holderRoutes } from "./routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    HMAC_KEY: z.string(),
    SIGNS_CARDS: z.stringbool(),
    CHECK_ANSWERS: z.stringbool(),
    EDGE_KEY: z.string(),
    SESSION_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    APPROVAL_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    CAPTCHA_TABLE: z.string(),
    CARD_TABLE: z.string(),
    CARD_BUCKET: z.string(),
    CARD_RENDERER: z.string(),
    PHOTO_TABLE: z.string(),
    PHOTO_BUCKET: z.string(),
    NOTIFICATION_TABLE: z.string(),
    DOCUMENT_TABLE: z.string(),
    EVIDENCE_BUCKET: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    REQUEST_TABLE: z.string(),
    REDRAW_QUEUE: z.string(),
    PHOTO_FORMS_PER_HOUR: z.coerce.number(),
    PHOTO_REVIEW_PERCENT: z.coerce.number(),
  }),
);
const db = documentClient();
const typesetter = new DocumentTypesetter();
const hmacKey = new HmacKey(new KMSClient(), config.HMAC_KEY);
const circulars = new CircularTypesetter(printedEmblem);
const s3 = new S3Client(patience);
const audit = new AuditTable(db, config.AUDIT_TABLE);

export const handler = apiHandler(
  holderRoutes({
    sessions: new SessionTable(db, config.SESSION_TABLE),
    employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
      audit,
      changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
    }),
    approvals: new ApprovalTable(db, config.APPROVAL_TABLE, audit),
    photoRequests: new PhotoRequestTable(db, config.EMPLOYEE_TABLE),
    scans: new ScanTable(db, config.CAPTCHA_TABLE),
    cards: new CardTable(db, config.CARD_TABLE),
    drawings: new CardBucket(s3, config.CARD_BUCKET),
    filesOnDemand: new CardRendererFunction(rendererClient(), config.CARD_RENDERER),
    photos: new PhotoTable(db, config.PHOTO_TABLE),
    photoBucket: new PhotoBucket(s3, config.PHOTO_BUCKET),
    notifications: new NotificationTable(db, config.NOTIFICATION_TABLE),
    announcements: new AnnouncementTable(db, config.NOTIFICATION_TABLE),
    files: new EvidenceBucket(s3, config.EVIDENCE_BUCKET),
    drawCircular: (letter) => circulars.set(letter),
    redrawQueue: new RedrawQueue(new SQSClient(), config.REDRAW_QUEUE),
    limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
    formsPerHour: config.PHOTO_FORMS_PER_HOUR,
    reviewPercent: config.PHOTO_REVIEW_PERCENT,
    // Not Math.random, whose next number can be told from others.
    random: () => randomInt(2 ** 32) / 2 ** 32,
    looks: looksOf(new RecentAgencies(new AgencyTable(db, config.AGENCY_TABLE), systemClock)),
    calendars: new WorkCalendarTable(db, config.AGENCY_TABLE),
    trainings: new TrainingTable(db, config.AGENCY_TABLE, audit),
    results: new TrainingResultTable(db, config.AGENCY_TABLE, audit),
    ledgers: new LeaveLedgerTable(db, config.REQUEST_TABLE),
    documents: new DocumentTable(db, config.DOCUMENT_TABLE),
    drawDocument: (page) => typesetter.set(page),
    siteUrl: config.SITE_URL,
    hmacKey,
    signsCards: config.SIGNS_CARDS,
    clock: systemClock,
  }),
  {
    siteUrl: config.SITE_URL,
    edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
    hmacKey,
    checkAnswers: config.CHECK_ANSWERS,
  },
);
