import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkQueue } from "#shared/bulk/bulk-queue.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { PhotoReviewTable } from "#shared/photo/photo-review-table.ts";
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
    UNIT_TABLE: z.string(),
    ROLE_TABLE: z.string(),
    CONTACT_CHANGE_TABLE: z.string(),
  }),
);
const db = documentClient();
const audit = new AuditTable(db, config.AUDIT_TABLE);

export const handler = runCalendar({
  employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
    audit,
    changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
    units: new UnitRegisterTable(db, config.UNIT_TABLE),
  }),
  agencies: new AgencyTable(db, config.AGENCY_TABLE),
  bulks: new BulkTable(db, config.BULK_TABLE),
  bulkSteps: new BulkQueue(new SQSClient(), config.BULK_QUEUE),
  decrees: new DecreeTable(db, config.CONTACT_CHANGE_TABLE),
  roles: new RoleTable(db, config.ROLE_TABLE),
  accountHistory: new AccountHistory(audit),
  photoReviews: new PhotoReviewTable(db, config.EMPLOYEE_TABLE),
  history: audit,
  clock: systemClock,
});
