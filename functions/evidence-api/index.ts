import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { RoleTable } from "#shared/access/role-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { drawEvidence } from "#shared/evidence/draw-evidence.ts";
import { EvidenceBucket } from "#shared/evidence/evidence-bucket.ts";
import { judgeEvidence } from "#shared/evidence/judge-evidence.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { PostTable } from "#shared/post/post-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { patience } from "#shared/runtime/patience.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { evidenceRoutes } from "./routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    HMAC_KEY: z.string(),
    CHECK_ANSWERS: z.stringbool(),
    EDGE_KEY: z.string(),
    SESSION_TABLE: z.string(),
    ROLE_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    EVIDENCE_BUCKET: z.string(),
    POST_TABLE: z.string(),
  }),
);
const db = documentClient();
const audit = new AuditTable(db, config.AUDIT_TABLE);
const hmacKey = new HmacKey(new KMSClient(), config.HMAC_KEY);

export const handler = apiHandler(
  evidenceRoutes({
    sessions: new SessionTable(db, config.SESSION_TABLE),
    roles: new RoleTable(db, config.ROLE_TABLE),
    employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
    history: audit,
    limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
    posts: new PostTable(db, config.POST_TABLE, audit),
    files: new EvidenceBucket(new S3Client(patience), config.EVIDENCE_BUCKET),
    judge: judgeEvidence,
    draw: (evidence) => drawEvidence(evidence, systemClock),
    hmacKey,
    clock: systemClock,
  }),
  {
    siteUrl: config.SITE_URL,
    edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
    hmacKey,
    checkAnswers: config.CHECK_ANSWERS,
  },
);
