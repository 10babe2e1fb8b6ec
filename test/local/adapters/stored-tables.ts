/** Where everything lies that routes read and write: the real adapters, on new tables of the embedded DynamoDB. */

import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import { MailedCodeTable } from "#shared/account/mailed-code-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AttendanceRulesTable } from "#shared/attendance/attendance-rules-table.ts";
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { BulkListTable } from "#shared/bulk-change/bulk-list-table.ts";
import { CampaignFormTable } from "#shared/campaign/campaign-form-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { ScanTable } from "#shared/card/scan-table.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { BoardTable } from "#shared/desk/board-table.ts";
import { DocumentTable } from "#shared/document/document-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { ExportTable } from "#shared/export/export-table.ts";
import { PresenceKeyTable } from "#shared/gate/presence-key-table.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { LeaveLedgerTable } from "#shared/leave/leave-ledger-table.ts";
import { LetterProfileTable } from "#shared/letter/letter-profile-table.ts";
import { LetterTable } from "#shared/letter/letter-table.ts";
import { NumberRegisterTable } from "#shared/letter/number-register-table.ts";
import { AnnouncementTable } from "#shared/notification/announcement-table.ts";
import { MailPlanTable } from "#shared/notification/mail-plan-table.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { PhotoRequestTable } from "#shared/photo/photo-request-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { DeciderRuleTable } from "#shared/post/decider-rule-table.ts";
import { PostTable } from "#shared/post/post-table.ts";
import { PrintTable } from "#shared/print/print-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { ContactChangeTable } from "#shared/session/contact-change-table.ts";
import { DeviceTable } from "#shared/session/device-table.ts";
import { OwnAddressTable } from "#shared/session/own-address-table.ts";
import { QrLoginTable } from "#shared/session/qr-login-table.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { TrainingResultTable } from "#shared/training/training-result-table.ts";
import { TrainingTable } from "#shared/training/training-table.ts";
import { TransferTable } from "#shared/transfer/transfer-table.ts";
import { WritableWorkCalendarTable } from "#shared/workday/writable-work-calendar-table.ts";
import { OldReportTable } from "#shared/wrong-data/old-report-table.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

export async function storedTables(dynamodb: DynamoDBClient, db: DynamoDBDocumentClient) {
  const table = (noun: string) => newTable(dynamodb, noun);
  const history = new AuditTable(db, await table("audit-table"));
  const [sessions, limits] = [await table("session-table"), await table("rate-limit-table")];
  const contactChanges = await table("contact-change-table");
  const [agencies, posts] = [await table("agency-table"), await table("post-table")];
  const [employees, requests] = [await table("employee-table"), await table("request-table")];
  const letters = await table("letter-table");
  const attendance = await table("attendance-table");
  const months = new AttendanceTable(db, attendance, history);
  return {
    sessions: new SessionTable(db, sessions),
    codes: new MailedCodeTable(db, sessions),
    devices: new DeviceTable(db, sessions),
    qrLogins: new QrLoginTable(db, sessions),
    contactChanges: new ContactChangeTable(db, contactChanges),
    oldReports: new OldReportTable(db, contactChanges),
    ownAddresses: new OwnAddressTable(db, { sessions, contactChanges }),
    accountRecords: new AccountTable(db, await table("account-table")),
    lockouts: new LockoutTable(db, limits),
    roles: new WritableRoleTable(db, await table("role-table"), history),
    agencies: new WritableAgencyTable(db, agencies, history),
    boards: new BoardTable(db, agencies),
    trainings: new TrainingTable(db, agencies, history),
    results: new TrainingResultTable(db, agencies, history),
    calendars: new WritableWorkCalendarTable(db, agencies, history),
    approvals: new ApprovalTable(db, await table("approval-table"), history),
    requests: new RequestTable(db, requests, history),
    ledgers: new LeaveLedgerTable(db, requests),
    documents: new DocumentTable(db, await table("document-table")),
    campaigns: new CampaignFormTable(db, await table("campaign-table")),
    photoRequests: new PhotoRequestTable(db, employees),
    employees: new WritableEmployeeTable(db, employees, {
      audit: history,
      changes: new OpenChangeTable(db, await table("open-change-table")),
      markers: new MarkerTable(db, await table("marker-table")),
    }),
    cards: new CardTable(db, await table("card-table")),
    scans: new ScanTable(db, await table("captcha-table")),
    photos: new PhotoTable(db, await table("photo-table")),
    notifications: new NotificationTable(db, await table("notification-table")),
    announcements: new AnnouncementTable(db, await table("notification-table")),
    plans: new MailPlanTable(db, await table("notification-table")),
    history,
    limits: new RateLimitTable(db, limits),
    posts: new PostTable(db, posts, history),
    ...{ months, attendance: months },
    attendanceRules: new AttendanceRulesTable(db, attendance, history),
    presenceKeys: new PresenceKeyTable(db, attendance),
    letters: new LetterTable(db, letters, history),
    registers: new NumberRegisterTable(db, letters),
    profiles: new LetterProfileTable(db, letters, history),
    rules: new DeciderRuleTable(db, posts, history),
    prints: new PrintTable(db, await table("print-table")),
    units: new UnitTable(db, await table("unit-table")),
    imports: new ImportTable(db, await table("import-table")),
    bulks: new BulkTable(db, await table("bulk-table")),
    bulkLists: new BulkListTable(db, await table("bulk-table")),
    decrees: new DecreeTable(db, contactChanges),
    transfers: new TransferTable(db, contactChanges, history),
    exports: new ExportTable(db, await table("export-table")),
    clock: new FakeClock(),
  };
}
