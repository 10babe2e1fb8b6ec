/** Where everything lies that routes read and write. */

import type { Approvals } from "#shared/access/approvals.ts";
import type { WritableRoleGrants } from "#shared/access/role-grants.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { Lockouts } from "#shared/account/lockout.ts";
import type { MailedCodes } from "#shared/account/mailed-code.ts";
import type { RefusedPhotos } from "#shared/account/refused-photos.ts";
import type { WritableAgencies } from "#shared/agency/agencies.ts";
import type { OrgUnits } from "#shared/agency/org-units.ts";
import type { AttendanceMonths, HeldAttendance } from "#shared/attendance/attendance-months.ts";
import type { AttendanceRuleBook } from "#shared/attendance/attendance-rules.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Bulks } from "#shared/bulk/bulk.ts";
import type { BulkLists } from "#shared/bulk-change/bulk-change.ts";
import type { Campaigns } from "#shared/campaign/campaigns.ts";
import type { Cards } from "#shared/card/card.ts";
import type { Decrees } from "#shared/decree/decrees.ts";
import type { Boards } from "#shared/desk/board.ts";
import type { Documents } from "#shared/document/document.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { Exports } from "#shared/export/exports.ts";
import type { PresenceKeys } from "#shared/gate/presence-keys.ts";
import type { Imports } from "#shared/import/imports.ts";
import type { LeaveLedgers } from "#shared/leave/leave-ledgers.ts";
import type { LetterProfiles, Letters, NumberRegisters } from "#shared/letter/letters.ts";
import type { Announcements } from "#shared/notification/announcement.ts";
import type { MailPlans } from "#shared/notification/mail-plan.ts";
import type { Notifications } from "#shared/notification/notification.ts";
import type { PhotoRequests } from "#shared/photo/photo-requests.ts";
import type { Uploads } from "#shared/photo/upload.ts";
import type { WritableDeciderRules } from "#shared/post/decider-rules.ts";
import type { WritablePosts } from "#shared/post/posts.ts";
import type { Prints } from "#shared/print/prints.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Requests } from "#shared/request/requests.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { ContactChanges } from "#shared/session/contact-change.ts";
import type { KnownDevices } from "#shared/session/device.ts";
import type { QrLogins } from "#shared/session/qr-login.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import type { OwnAddresses } from "#shared/session/tell-contact.ts";
import type { WritableTrainingResults } from "#shared/training/training-results.ts";
import type { WritableTrainings } from "#shared/training/trainings.ts";
import type { Transfers } from "#shared/transfer/transfers.ts";
import type { WritableWorkCalendars } from "#shared/workday/work-calendars.ts";
import type { OldReports } from "#shared/wrong-data/old-report.ts";
import { demoAgencies } from "../../local/demo/agencies.ts";
import { AccountRecordsInMemory } from "../support/account-records-in-memory.ts";
import { AgenciesInMemory } from "../support/agencies-in-memory.ts";
import { AnnouncementsInMemory } from "../support/announcements-in-memory.ts";
import { ApprovalsInMemory } from "../support/approvals-in-memory.ts";
import { AttendanceMonthsInMemory } from "../support/attendance-months-in-memory.ts";
import { AttendanceRulesInMemory } from "../support/attendance-rules-in-memory.ts";
import { BoardsInMemory } from "../support/boards-in-memory.ts";
import { BulkListsInMemory } from "../support/bulk-lists-in-memory.ts";
import { BulksInMemory } from "../support/bulks-in-memory.ts";
import { CampaignsInMemory } from "../support/campaigns-in-memory.ts";
import { CardWorld } from "../support/card-world.ts";
import { ContactChangesInMemory } from "../support/contact-changes-in-memory.ts";
import { DeciderRulesInMemory } from "../support/decider-rules-in-memory.ts";
import { aDecree } from "../support/decree-table-contract.ts";
import { DecreesInMemory } from "../support/decrees-in-memory.ts";
import { DevicesInMemory } from "../support/devices-in-memory.ts";
import { DocumentsInMemory } from "../support/documents-in-memory.ts";
import { ExportsInMemory } from "../support/exports-in-memory.ts";
import { HistoryInMemory } from "../support/history-in-memory.ts";
import { ImportsInMemory } from "../support/imports-in-memory.ts";
import { LeaveLedgersInMemory } from "../support/leave-ledgers-in-memory.ts";
import {
  LetterProfilesInMemory,
  LettersInMemory,
  NumberRegistersInMemory,
} from "../support/letters-in-memory.ts";
import { LimitsInMemory } from "../support/limits-in-memory.ts";
import { LockoutsInMemory } from "../support/lockouts-in-memory.ts";
import { inboxesInMemory } from "../support/mail-plans-in-memory.ts";
import { MailedCodesInMemory } from "../support/mailed-codes-in-memory.ts";
import { oldReportsOf } from "../support/old-reports.ts";
import { PhotoRequestsInMemory } from "../support/photo-requests-in-memory.ts";
import { PhotosInMemory } from "../support/photos-in-memory.ts";
import { PostsInMemory } from "../support/posts-in-memory.ts";
import { PresenceKeysInMemory } from "../support/presence-keys-in-memory.ts";
import { PrintsInMemory } from "../support/prints-in-memory.ts";
import { QrLoginsInMemory } from "../support/qr-logins-in-memory.ts";
import { RequestsInMemory } from "../support/requests-in-memory.ts";
import { RolesInMemory } from "../support/roles-in-memory.ts";
import { SessionsInMemory } from "../support/sessions-in-memory.ts";
import { TrainingResultsInMemory } from "../support/training-results-in-memory.ts";
import { TrainingsInMemory } from "../support/trainings-in-memory.ts";
import { TransfersInMemory } from "../support/transfers-in-memory.ts";
import { UnitsInMemory } from "../support/units-in-memory.ts";
import { WorkCalendarsInMemory } from "../support/work-calendars-in-memory.ts";
import { someDecree } from "./decree-requests.ts";
import { subject } from "./route-requests.ts";

/** Where everything lies: in memory, unless a test brings real tables. */
export function tablesInMemory() {
  const { employees, cards, clock } = new CardWorld();
  return {
    ...{ employees, cards, clock },
    sessions: new SessionsInMemory(),
    roles: new RolesInMemory(),
    approvals: new ApprovalsInMemory(),
    requests: new RequestsInMemory(employees.history),
    documents: new DocumentsInMemory(),
    campaigns: new CampaignsInMemory(),
    photoRequests: new PhotoRequestsInMemory(),
    posts: new PostsInMemory(employees.history),
    attendance: new AttendanceMonthsInMemory(),
    months: new AttendanceMonthsInMemory(2, employees.history),
    attendanceRules: new AttendanceRulesInMemory(employees.history),
    presenceKeys: new PresenceKeysInMemory(),
    letters: new LettersInMemory(employees.history),
    registers: new NumberRegistersInMemory(),
    profiles: new LetterProfilesInMemory(employees.history),
    rules: new DeciderRulesInMemory(employees.history),
    prints: new PrintsInMemory(),
    units: new UnitsInMemory(),
    imports: new ImportsInMemory(),
    bulks: new BulksInMemory(),
    bulkLists: new BulkListsInMemory(),
    boards: new BoardsInMemory(),
    exports: new ExportsInMemory(),
    decrees: new DecreesInMemory({
      ...aDecree,
      id: someDecree,
      employeeId: subject.id,
      skDate: "2026-11-01",
    }),
    transfers: new TransfersInMemory(),
    photos: new PhotosInMemory(),
    ...inboxesInMemory(),
    announcements: new AnnouncementsInMemory(),
    history: new HistoryInMemory(employees.history),
    limits: new LimitsInMemory(),
    accountRecords: new AccountRecordsInMemory(),
    lockouts: new LockoutsInMemory(),
    codes: new MailedCodesInMemory(),
    devices: new DevicesInMemory(),
    qrLogins: new QrLoginsInMemory(),
    contactChanges: new ContactChangesInMemory(),
    oldReports: oldReportsOf(),
    agencies: new AgenciesInMemory(...demoAgencies),
    calendars: new WorkCalendarsInMemory(),
    trainings: new TrainingsInMemory(),
    results: new TrainingResultsInMemory(),
    ledgers: new LeaveLedgersInMemory(),
  };
}

/** The tables that routes read and write, whichever they are. */
export interface Tables {
  readonly sessions: Sessions;
  readonly roles: WritableRoleGrants;
  readonly employees: WritableEmployees;
  readonly cards: Pick<Cards, "find" | "noteView">;
  readonly photos: Uploads & RefusedPhotos;
  readonly photoRequests: PhotoRequests;
  readonly notifications: Pick<Notifications, "list">;
  readonly announcements: Announcements;
  readonly plans: Pick<MailPlans, "find" | "replace">;
  readonly history: AuditTrail;
  readonly limits: RateLimits;
  readonly accountRecords: AccountRecords;
  readonly lockouts: Lockouts;
  readonly codes: MailedCodes;
  readonly devices: KnownDevices;
  readonly qrLogins: QrLogins;
  readonly contactChanges: ContactChanges;
  readonly oldReports: OldReports;
  /** Those of the tables above, where nothing else is given. */
  readonly ownAddresses?: OwnAddresses;
  readonly exports: Exports;
  readonly decrees: Decrees;
  readonly transfers: Transfers;
  readonly posts: WritablePosts;
  readonly trainings: WritableTrainings;
  readonly attendance: HeldAttendance;
  readonly months: AttendanceMonths;
  readonly attendanceRules: AttendanceRuleBook;
  readonly presenceKeys: PresenceKeys;
  readonly results: WritableTrainingResults;
  readonly letters: Letters;
  readonly registers: NumberRegisters;
  readonly profiles: LetterProfiles;
  readonly rules: WritableDeciderRules;
  readonly prints: Pick<Prints, "add" | "find" | "ofOfficer" | "turn">;
  readonly approvals: Approvals;
  readonly documents: Documents;
  readonly requests: Requests;
  readonly campaigns: Campaigns;
  readonly units: OrgUnits;
  readonly imports: Imports;
  readonly bulks: Bulks;
  readonly bulkLists: BulkLists;
  readonly boards: Pick<Boards, "find">;
  readonly agencies: WritableAgencies;
  readonly calendars: WritableWorkCalendars;
  readonly ledgers: LeaveLedgers;
  readonly clock: Clock;
}
