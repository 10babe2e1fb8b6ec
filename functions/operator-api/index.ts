import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { operatorRoutes } from "./routes.ts";

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
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
  }),
);
const db = documentClient();
const history = new AuditTable(db, config.AUDIT_TABLE);

export const handler = apiHandler(
  operatorRoutes({
    sessions: new SessionTable(db, config.SESSION_TABLE),
    accountRecords: new AccountTable(db, config.ACCOUNT_TABLE),
    roles: new WritableRoleTable(db, config.ROLE_TABLE, history),
    approvals: new ApprovalTable(db, config.APPROVAL_TABLE, history),
    employees: new EmployeeTable(
      db,
      config.EMPLOYEE_TABLE,
      new MarkerTable(db, config.MARKER_TABLE),
    ),
    limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
    clock: systemClock,
  }),
  {
    siteUrl: config.SITE_URL,
    edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
    hmacKey: new HmacKey(new KMSClient(), config.HMAC_KEY),
    checkAnswers: config.CHECK_ANSWERS,
  },
);
