import * as z from "zod";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { apiEdge } from "#shared/http/api-edge.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { officerRoutes } from "./routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    SESSION_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
  }),
);
const db = documentClient();
const history = new AuditTable(db, config.AUDIT_TABLE);

export const handler = apiEdge(
  officerRoutes({
    sessions: new SessionTable(db, config.SESSION_TABLE),
    employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, history),
    history,
    clock: systemClock,
  }),
  { siteUrl: config.SITE_URL },
);
