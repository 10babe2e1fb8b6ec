import * as z from "zod";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { runCalendar } from "./handle.ts";

const config = readConfig(
  z.object({ EMPLOYEE_TABLE: z.string(), AUDIT_TABLE: z.string(), OPEN_CHANGE_TABLE: z.string() }),
);
const db = documentClient();

export const handler = runCalendar({
  employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
    audit: new AuditTable(db, config.AUDIT_TABLE),
    changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
  }),
  clock: systemClock,
});
