import * as z from "zod";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { readFeedback } from "./handle.ts";

const config = readConfig(
  z.object({
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
  }),
);
const db = documentClient();

export const handler = readFeedback({
  employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
    audit: new AuditTable(db, config.AUDIT_TABLE),
    changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
    markers: new MarkerTable(db, config.MARKER_TABLE),
  }),
  clock: systemClock,
});
