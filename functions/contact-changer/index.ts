import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { AccountHistory } from "#shared/account/account-history.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CampaignFormTable } from "#shared/campaign/campaign-form-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { LeaveLedgerTable } from "#shared/leave/leave-ledger-table.ts";
import { saveLetGo } from "#shared/leave/leave-request.ts";
import { MailPlanTable } from "#shared/notification/mail-plan-table.ts";
import type { MailMessage } from "#shared/notification/notification.ts";
import { ReportedPhotoTable } from "#shared/photo/reported-photo-table.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { freezesOf } from "#shared/session/account-freezes.ts";
import { ContactChangeTable } from "#shared/session/contact-change-table.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { SuspectedCardTable } from "#shared/suspect-card/suspected-card-table.ts";
import { WritableWorkCalendarTable } from "#shared/workday/writable-work-calendar-table.ts";
import { runContactChanger } from "./handle.ts";

const config = readConfig(
  z.object({
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    CONTACT_CHANGE_TABLE: z.string(),
    SESSION_TABLE: z.string(),
    CAPTCHA_TABLE: z.string(),
    REQUEST_TABLE: z.string(),
    NOTIFICATION_TABLE: z.string(),
    MAIL_QUEUE: z.string(),
    ACCOUNT_TABLE: z.string(),
    CAMPAIGN_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
  }),
);
const db = documentClient();
const sessions = new SessionTable(db, config.SESSION_TABLE);
const audit = new AuditTable(db, config.AUDIT_TABLE);
const employees = new WritableEmployeeTable(db, config.EMPLOYEE_TABLE, {
  audit,
  changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
  markers: new MarkerTable(db, config.MARKER_TABLE),
});
const requests = new RequestTable(db, config.REQUEST_TABLE, audit);
const ledgers = new LeaveLedgerTable(db, config.REQUEST_TABLE);
const leave = { employees, requests, ledgers, clock: systemClock };

export const handler = runContactChanger({
  ...{ employees, requests, ledgers },
  agencies: new AgencyTable(db, config.AGENCY_TABLE),
  calendars: new WritableWorkCalendarTable(db, config.AGENCY_TABLE, audit),
  // An answer that did not come lets go what a leave held.
  kinds: { leave: { save: (move) => saveLetGo(leave, move) } },
  contactChanges: new ContactChangeTable(db, config.CONTACT_CHANGE_TABLE),
  ...{ sessions, freezes: freezesOf({ sessions, clock: systemClock }) },
  accountHistory: new AccountHistory(audit),
  history: audit,
  reports: new ReportedPhotoTable(db, config.CAPTCHA_TABLE),
  suspicions: new SuspectedCardTable(db, config.CAPTCHA_TABLE),
  plans: new MailPlanTable(db, config.NOTIFICATION_TABLE),
  mails: new MessageQueue<MailMessage>(new SQSClient(), config.MAIL_QUEUE),
  accountRecords: new AccountTable(db, config.ACCOUNT_TABLE),
  campaigns: new CampaignFormTable(db, config.CAMPAIGN_TABLE),
  clock: systemClock,
});
