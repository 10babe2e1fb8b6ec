import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { remindersOf } from "#shared/account/remind-list.ts";
import { ReminderTable } from "#shared/account/reminder-table.ts";
import { agencyNames } from "#shared/agency/agency-names.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { RoleFollowerFunction } from "#shared/agency/role-follower-function.ts";
import { unitMoves } from "#shared/agency/unit-moves.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkQueue } from "#shared/bulk/bulk-queue.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { bulkChanges } from "#shared/bulk-change/apply-bulk-change.ts";
import { BulkListTable } from "#shared/bulk-change/bulk-list-table.ts";
import { CampaignTable } from "#shared/campaign/campaign-table.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { BoardTable } from "#shared/desk/board-table.ts";
import { qualityPass } from "#shared/desk/count-quality.ts";
import { AgencyPeopleTable } from "#shared/employee/agency-people-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { importsToApply } from "#shared/import/apply-import.ts";
import { ImportBucket } from "#shared/import/import-bucket.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { doSteps } from "./handle.ts";

const config = readConfig(
  z.object({
    BULK_TABLE: z.string(),
    BULK_QUEUE: z.string(),
    IMPORT_TABLE: z.string(),
    IMPORT_BUCKET: z.string(),
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    ACCOUNT_TABLE: z.string(),
    PHOTO_TABLE: z.string(),
    ROLE_TABLE: z.string(),
    UNIT_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    CAMPAIGN_TABLE: z.string(),
    CONTACT_CHANGE_TABLE: z.string(),
    ROLE_FOLLOWER: z.string(),
  }),
);
const db = documentClient();
const queue = new BulkQueue(new SQSClient(), config.BULK_QUEUE);
const audit = new AuditTable(db, config.AUDIT_TABLE);
const records = {
  employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
    audit,
    changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
    markers: new MarkerTable(db, config.MARKER_TABLE),
    units: new UnitRegisterTable(db, config.UNIT_TABLE),
  }),
  accountRecords: new AccountTable(db, config.ACCOUNT_TABLE),
  photos: new PhotoTable(db, config.PHOTO_TABLE),
  roles: new RoleTable(db, config.ROLE_TABLE),
  agencies: new AgencyTable(db, config.AGENCY_TABLE),
  clock: systemClock,
};

/** How each kind of bulk work is carried out. */
const kinds = {
  import: importsToApply({
    ...records,
    imports: new ImportTable(db, config.IMPORT_TABLE),
    files: new ImportBucket(new S3Client(), config.IMPORT_BUCKET),
  }),
  "agency-name": agencyNames(records),
  remind: remindersOf({
    ...records,
    reminders: new ReminderTable(db, records.accountRecords, audit),
  }),
  change: bulkChanges({ ...records, bulkLists: new BulkListTable(db, config.BULK_TABLE) }),
  quality: qualityPass({
    employees: records.employees,
    people: new AgencyPeopleTable(db, config.EMPLOYEE_TABLE),
    boards: new BoardTable(db, config.AGENCY_TABLE),
    campaigns: new CampaignTable(db, config.CAMPAIGN_TABLE),
    decrees: new DecreeTable(db, config.CONTACT_CHANGE_TABLE),
    history: audit,
    clock: systemClock,
  }),
  "unit-move": unitMoves({
    ...records,
    units: new UnitTable(db, config.UNIT_TABLE),
    roles: new RoleFollowerFunction(new LambdaClient(), config.ROLE_FOLLOWER),
  }),
};

export const handler = doSteps(
  { bulks: new BulkTable(db, config.BULK_TABLE), steps: queue, kinds, clock: systemClock },
  queue,
);
