import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { RoleTable } from "#shared/access/role-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CardBucket } from "#shared/card/card-bucket.ts";
import { CardRendererFunction, rendererClient } from "#shared/card/card-renderer-function.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { ScanTable } from "#shared/card/scan-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { PhotoRequestTable } from "#shared/photo/photo-request-table.ts";
import { PhotoReviewTable } from "#shared/photo/photo-review-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { patience } from "#shared/runtime/patience.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { personRoutes } from "./routes.ts";

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
    CAPTCHA_TABLE: z.string(),
    CARD_TABLE: z.string(),
    CARD_BUCKET: z.string(),
    CARD_RENDERER: z.string(),
    PHOTO_TABLE: z.string(),
    PHOTO_BUCKET: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    APPROVAL_TABLE: z.string(),
    PHOTO_FORMS_PER_HOUR: z.coerce.number(),
  }),
);
const db = documentClient();
const s3 = new S3Client(patience);
const history = new AuditTable(db, config.AUDIT_TABLE);

export const handler = apiHandler(
  personRoutes({
    sessions: new SessionTable(db, config.SESSION_TABLE),
    roles: new RoleTable(db, config.ROLE_TABLE),
    employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
      audit: history,
      changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
    }),
    photoReviews: new PhotoReviewTable(db, config.EMPLOYEE_TABLE),
    history,
    photos: new PhotoTable(db, config.PHOTO_TABLE),
    photoBucket: new PhotoBucket(s3, config.PHOTO_BUCKET),
    limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
    approvals: new ApprovalTable(db, config.APPROVAL_TABLE, history),
    photoRequests: new PhotoRequestTable(db, config.EMPLOYEE_TABLE),
    formsPerHour: config.PHOTO_FORMS_PER_HOUR,
    scans: new ScanTable(db, config.CAPTCHA_TABLE),
    cards: new CardTable(db, config.CARD_TABLE),
    drawings: new CardBucket(s3, config.CARD_BUCKET),
    filesOnDemand: new CardRendererFunction(rendererClient(), config.CARD_RENDERER),
    clock: systemClock,
  }),
  {
    siteUrl: config.SITE_URL,
    edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
    hmacKey: new HmacKey(new KMSClient(), config.HMAC_KEY),
    checkAnswers: config.CHECK_ANSWERS,
  },
);
