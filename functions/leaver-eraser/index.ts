import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { approvalId } from "#shared/access/approval.ts";
import { approvalSubject } from "#shared/access/ask-approval.ts";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { ErasableEntriesTable } from "#shared/audit/erasable-entries-table.ts";
import { decreesKey } from "#shared/decree/decree-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { PersonAttendanceTable } from "#shared/erasure/person-attendance-table.ts";
import { PersonFilesBucket } from "#shared/erasure/person-files-bucket.ts";
import { PersonHistory } from "#shared/erasure/person-history.ts";
import { PersonIndexedTable } from "#shared/erasure/person-indexed-table.ts";
import { PersonItemsTable } from "#shared/erasure/person-items-table.ts";
import { PersonLedgerTable } from "#shared/erasure/person-ledger-table.ts";
import { absenceKey } from "#shared/leave/leave-ledger-table.ts";
import { EndedFilesTable, endedFilesKey } from "#shared/request/ended-files-table.ts";
import { request } from "#shared/request/request.ts";
import { lockOf, RequestTable } from "#shared/request/request-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { patience } from "#shared/runtime/patience.ts";
import { transferKey } from "#shared/transfer/transfer-table.ts";
import { oldReportKey } from "#shared/wrong-data/old-report-table.ts";
import { runLeaverEraser } from "./handle.ts";

const config = readConfig(
  z.object({
    ERASURE_YEARS: z.coerce.number().int().min(0),
    EVIDENCE_DAYS: z.coerce.number().int().min(0),
    AGENCY_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    ACCOUNT_TABLE: z.string(),
    NOTIFICATION_TABLE: z.string(),
    CONTACT_CHANGE_TABLE: z.string(),
    APPROVAL_TABLE: z.string(),
    REQUEST_TABLE: z.string(),
    DOCUMENT_TABLE: z.string(),
    ATTENDANCE_TABLE: z.string(),
    PHOTO_BUCKET: z.string(),
    CARD_BUCKET: z.string(),
    EVIDENCE_BUCKET: z.string(),
    USER_POOL: z.string(),
  }),
);
/** What says where the lock of a request is. */
const locked = request.pick({ id: true, person: true, kind: true, group: true });
const db = documentClient();
const s3 = new S3Client(patience);
const audit = new AuditTable(db, config.AUDIT_TABLE);
const history = new ErasableEntriesTable(db, config.AUDIT_TABLE);

export const handler = runLeaverEraser({
  agencies: new AgencyTable(db, config.AGENCY_TABLE),
  employees: new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
    audit,
    changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
    markers: new MarkerTable(db, config.MARKER_TABLE),
  }),
  users: new AccountDirectory(new CognitoIdentityProviderClient(), config.USER_POOL),
  parts: [
    new PersonFilesBucket(s3, config.PHOTO_BUCKET, ["photos", "small-photos"]),
    new PersonFilesBucket(s3, config.CARD_BUCKET, ["cards"]),
    new PersonFilesBucket(s3, config.EVIDENCE_BUCKET, ["evidence"]),
    new PersonItemsTable(db, config.ACCOUNT_TABLE),
    new PersonItemsTable(db, config.NOTIFICATION_TABLE, "id"),
    new PersonItemsTable(db, config.CONTACT_CHANGE_TABLE, "field", (id) => [
      id,
      oldReportKey(id),
      decreesKey(id),
      transferKey(id),
    ]),
    new PersonIndexedTable(db, config.APPROVAL_TABLE, {
      // That two people decided stays in the history.
      first: ({ id }) => history.eraseValues(approvalSubject(approvalId.parse(id))),
    }),
    new PersonIndexedTable(db, config.REQUEST_TABLE, {
      keys: (item) => {
        const of = locked.parse(item);
        return [lockOf(of), endedFilesKey(of.id), absenceKey(of.id)];
      },
    }),
    new PersonLedgerTable(db, config.REQUEST_TABLE),
    new PersonAttendanceTable(db, config.ATTENDANCE_TABLE),
    new PersonIndexedTable(db, config.DOCUMENT_TABLE),
    new PersonHistory(history),
  ],
  erasureYears: config.ERASURE_YEARS,
  evidenceDays: config.EVIDENCE_DAYS,
  endedFiles: new EndedFilesTable(db, config.REQUEST_TABLE),
  requests: new RequestTable(db, config.REQUEST_TABLE, audit),
  files: new PersonFilesBucket(s3, config.EVIDENCE_BUCKET, ["evidence"]),
  clock: systemClock,
});
