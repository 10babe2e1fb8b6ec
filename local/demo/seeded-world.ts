/** Where the demo puts its people: the tables of a cloud. */
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import type { NewUsers } from "#shared/account/accounts.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AttendanceRulesTable } from "#shared/attendance/attendance-rules-table.ts";
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { DocumentTable } from "#shared/document/document-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { LeaveLedgerTable } from "#shared/leave/leave-ledger-table.ts";
import { LetterProfileTable } from "#shared/letter/letter-profile-table.ts";
import { LetterTable } from "#shared/letter/letter-table.ts";
import { NumberRegisterTable } from "#shared/letter/number-register-table.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { PhotoRequestTable } from "#shared/photo/photo-request-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { DeciderRuleTable } from "#shared/post/decider-rule-table.ts";
import { PostTable } from "#shared/post/post-table.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { SealingKey } from "#shared/runtime/sealing-key.ts";
import { freezesOf } from "#shared/session/account-freezes.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { TrainingResultTable } from "#shared/training/training-result-table.ts";
import { TrainingTable } from "#shared/training/training-table.ts";
import { WritableWorkCalendarTable } from "#shared/workday/writable-work-calendar-table.ts";
import type { ClientOptions } from "../cloud/assembly/deployer.ts";
import { DemoLogin } from "./demo-login.ts";

/** Cognito takes so many new people in a second and no more; each is tried until it does. */
const patience = 10;

const settingsSchema = z.object({
  EMPLOYEE_TABLE: z.string(),
  MARKER_TABLE: z.string(),
  AUDIT_TABLE: z.string(),
  AGENCY_TABLE: z.string(),
  DOCUMENT_TABLE: z.string(),
  APPROVAL_TABLE: z.string(),
  OPEN_CHANGE_TABLE: z.string(),
  ROLE_TABLE: z.string(),
  UNIT_TABLE: z.string(),
  POST_TABLE: z.string(),
  REQUEST_TABLE: z.string(),
  CONTACT_CHANGE_TABLE: z.string(),
  LETTER_TABLE: z.string(),
  ATTENDANCE_TABLE: z.string(),
  SESSION_TABLE: z.string(),
  PHOTO_TABLE: z.string(),
  PHOTO_BUCKET: z.string(),
  ACCOUNT_TABLE: z.string(),
  AUTHENTICATOR_KEY: z.string(),
  USER_POOL: z.string(),
  USER_POOL_CLIENT: z.string(),
});

export interface SeedOptions {
  /** For clients that may do everything. */
  readonly client: ClientOptions;
  /** The functions' settings: names of tables, buckets, the user pool. */
  readonly settings: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** How many of the demo's people; without it all. */
  readonly inAll?: number | undefined;
  /** Whether the state has people of an older edition. */
  readonly isOlder: boolean;
}

export function openWorld({ client, settings, clock, isOlder }: SeedOptions): World {
  const names = settingsSchema.parse(settings);
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const cognito = new CognitoIdentityProviderClient({ ...client, maxAttempts: patience });
  const audit = new AuditTable(db, names.AUDIT_TABLE, clock);
  const changes = new OpenChangeTable(db, names.OPEN_CHANGE_TABLE);
  const accountRecords = new AccountTable(db, names.ACCOUNT_TABLE);
  const markers = new MarkerTable(db, names.MARKER_TABLE);
  return {
    approvals: new ApprovalTable(db, names.APPROVAL_TABLE, audit),
    photoRequests: new PhotoRequestTable(db, names.EMPLOYEE_TABLE),
    agencies: new WritableAgencyTable(db, names.AGENCY_TABLE, audit),
    calendars: new WritableWorkCalendarTable(db, names.AGENCY_TABLE, audit),
    trainings: new TrainingTable(db, names.AGENCY_TABLE, audit),
    results: new TrainingResultTable(db, names.AGENCY_TABLE, audit),
    documents: new DocumentTable(db, names.DOCUMENT_TABLE),
    employees: new WritableEmployeeTable(db, names.EMPLOYEE_TABLE, {
      ...{ audit, changes, markers },
      units: new UnitRegisterTable(db, names.UNIT_TABLE),
    }),
    posts: new PostTable(db, names.POST_TABLE, audit),
    rules: new DeciderRuleTable(db, names.POST_TABLE, audit),
    units: new UnitTable(db, names.UNIT_TABLE),
    letters: new LetterTable(db, names.LETTER_TABLE, audit),
    registers: new NumberRegisterTable(db, names.LETTER_TABLE),
    profiles: new LetterProfileTable(db, names.LETTER_TABLE, audit),
    attendanceRules: new AttendanceRulesTable(db, names.ATTENDANCE_TABLE, audit),
    months: new AttendanceTable(db, names.ATTENDANCE_TABLE, audit),
    requests: new RequestTable(db, names.REQUEST_TABLE, audit),
    ledgers: new LeaveLedgerTable(db, names.REQUEST_TABLE),
    decrees: new DecreeTable(db, names.CONTACT_CHANGE_TABLE),
    freezes: freezesOf({ sessions: new SessionTable(db, names.SESSION_TABLE), clock }),
    roles: new WritableRoleTable(db, names.ROLE_TABLE, audit),
    photos: new PhotoTable(db, names.PHOTO_TABLE),
    bucket: new PhotoBucket(new S3Client(client), names.PHOTO_BUCKET),
    newUsers: new AccountDirectory(cognito, names.USER_POOL),
    accountRecords,
    authenticatorKey: new SealingKey(new KMSClient(client), names.AUTHENTICATOR_KEY, "account"),
    login: new DemoLogin(cognito, names.USER_POOL, names.USER_POOL_CLIENT, clock),
    clock,
    isOlder,
  };
}

export interface World {
  readonly approvals: ApprovalTable;
  readonly photoRequests: PhotoRequestTable;
  readonly employees: WritableEmployeeTable;
  readonly agencies: WritableAgencyTable;
  readonly posts: PostTable;
  readonly rules: DeciderRuleTable;
  readonly units: UnitTable;
  readonly calendars: WritableWorkCalendarTable;
  readonly letters: LetterTable;
  readonly registers: NumberRegisterTable;
  readonly profiles: LetterProfileTable;
  readonly trainings: TrainingTable;
  readonly results: TrainingResultTable;
  readonly documents: DocumentTable;
  readonly attendanceRules: AttendanceRulesTable;
  readonly months: AttendanceTable;
  readonly requests: RequestTable;
  readonly ledgers: LeaveLedgerTable;
  readonly decrees: DecreeTable;
  readonly freezes: ReturnType<typeof freezesOf>;
  readonly roles: WritableRoleTable;
  readonly photos: PhotoTable;
  readonly bucket: PhotoBucket;
  readonly newUsers: NewUsers;
  readonly accountRecords: AccountTable;
  readonly authenticatorKey: SealingKey;
  readonly login: DemoLogin;
  readonly clock: Clock;
  readonly isOlder: boolean;
}
