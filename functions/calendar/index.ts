import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkQueue } from "#shared/bulk/bulk-queue.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { runCalendar } from "./handle.ts";

const config = readConfig(
  z.object({
    EMPLOYEE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    BULK_TABLE: z.string(),
    BULK_QUEUE: z.string(),
  }),
);
const db = documentClient();

export const handler = runCalendar({
  employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
    audit: new AuditTable(db, config.AUDIT_TABLE),
    changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
  }),
  agencies: new AgencyTable(db, config.AGENCY_TABLE),
  bulks: new BulkTable(db, config.BULK_TABLE),
  bulkSteps: new BulkQueue(new SQSClient(), config.BULK_QUEUE),
  clock: systemClock,
});
