import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AppClientKey } from "#shared/account/app-client-key.ts";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import type { MailedCodeMessage } from "#shared/account/mailed-code.ts";
import { MailedCodeTable } from "#shared/account/mailed-code-table.ts";
import type { ResetMessage } from "#shared/account/password-resets.ts";
import { ResetDirectory } from "#shared/account/reset-directory.ts";
import { UserDirectory } from "#shared/account/user-directory.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { RecentAgencies } from "#shared/agency/recent-agencies.ts";
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { FormMessage } from "#shared/campaign/campaign-form.ts";
import { CampaignFormTable } from "#shared/campaign/campaign-form-table.ts";
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { workIterations } from "#shared/captcha/work-challenge.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { ScanTable } from "#shared/card/scan-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { PresenceKeyTable } from "#shared/gate/presence-key-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { evenMilliseconds } from "#shared/http/even-time.ts";
import { LeaveLedgerTable } from "#shared/leave/leave-ledger-table.ts";
import { LetterTable } from "#shared/letter/letter-table.ts";
import { MailPlanTable } from "#shared/notification/mail-plan-table.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { FailureRate } from "#shared/rate-limit/failure-rate.ts";
import { loginWorkFirstSeconds } from "#shared/rate-limit/limits.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { SealingKey } from "#shared/runtime/sealing-key.ts";
import { longestDeviceDays } from "#shared/session/account-state.ts";
import { AuthChallengeTable } from "#shared/session/auth-challenge-table.ts";
import { ContactChangeTable } from "#shared/session/contact-change-table.ts";
import { DeviceTable } from "#shared/session/device-table.ts";
import { MailedLinkTable } from "#shared/session/mailed-link-table.ts";
import { OwnAddressTable } from "#shared/session/own-address-table.ts";
import { QrLoginTable } from "#shared/session/qr-login-table.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { OldReportTable } from "#shared/wrong-data/old-report-table.ts";
import { sessionRoutes } from "./routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    HMAC_KEY: z.string(),
    CHECK_ANSWERS: z.stringbool(),
    EDGE_KEY: z.string(),
    USER_POOL: z.string(),
    USER_POOL_CLIENT: z.string(),
    EMPLOYEE_TABLE: z.string(),
    MARKER_TABLE: z.string(),
    SESSION_TABLE: z.string(),
    ROLE_TABLE: z.string(),
    AGENCY_TABLE: z.string(),
    AUDIT_TABLE: z.string(),
    SESSION_KEY: z.string(),
    ACCOUNT_TABLE: z.string(),
    AUTHENTICATOR_KEY: z.string(),
    CAPTCHA_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
    RESET_QUEUE: z.string(),
    CONTACT_CHANGE_TABLE: z.string(),
    REQUEST_TABLE: z.string(),
    ATTENDANCE_TABLE: z.string(),
    LETTER_TABLE: z.string(),
    CARD_TABLE: z.string(),
    NOTIFICATION_TABLE: z.string(),
    CAMPAIGN_TABLE: z.string(),
    NEW_EMAIL_WAIT_HOURS: z.coerce.number().min(0),
    LOGIN_FAILURES_PER_LEVEL: z.coerce.number().int().min(1),
    LOGIN_WORK_SECONDS: z.coerce.number().min(loginWorkFirstSeconds),
    DEVICE_DAYS: z.coerce.number().int().min(1).max(longestDeviceDays),
  }),
);
const db = documentClient();
const cognito = new CognitoIdentityProviderClient();
const appClient = new AppClientKey(cognito, config.USER_POOL, config.USER_POOL_CLIENT);
const kms = new KMSClient();
const hmacKey = new HmacKey(kms, config.HMAC_KEY);
const history = new AuditTable(db, config.AUDIT_TABLE);
const limits = new RateLimitTable(db, config.RATE_LIMIT_TABLE);
const codeQueue = new MessageQueue<ResetMessage | MailedCodeMessage | FormMessage>(
  new SQSClient(),
  config.RESET_QUEUE,
);

export const handler = apiHandler(
  sessionRoutes({
    users: new UserDirectory(cognito, appClient),
    resets: new ResetDirectory(cognito, appClient),
    accounts: new AccountDirectory(cognito, config.USER_POOL),
    employees: new EmployeeTable(
      db,
      config.EMPLOYEE_TABLE,
      new MarkerTable(db, config.MARKER_TABLE),
    ),
    sessions: new SessionTable(db, config.SESSION_TABLE),
    roles: new RoleTable(db, config.ROLE_TABLE),
    agencies: new RecentAgencies(new AgencyTable(db, config.AGENCY_TABLE), systemClock),
    accountHistory: new AccountHistory(history),
    history,
    cards: new CardTable(db, config.CARD_TABLE),
    notifications: new NotificationTable(db, config.NOTIFICATION_TABLE),
    plans: new MailPlanTable(db, config.NOTIFICATION_TABLE),
    ledgers: new LeaveLedgerTable(db, config.REQUEST_TABLE),
    letters: new LetterTable(db, config.LETTER_TABLE, history),
    attendance: new AttendanceTable(db, config.ATTENDANCE_TABLE, history),
    presenceKeys: new PresenceKeyTable(db, config.ATTENDANCE_TABLE),
    oldReports: new OldReportTable(db, config.CONTACT_CHANGE_TABLE),
    requests: new RequestTable(db, config.REQUEST_TABLE, history),
    challenges: new AuthChallengeTable(db, config.SESSION_TABLE),
    sessionKey: new SealingKey(kms, config.SESSION_KEY, "owner"),
    accountRecords: new AccountTable(db, config.ACCOUNT_TABLE),
    authenticatorKey: new SealingKey(kms, config.AUTHENTICATOR_KEY, "account"),
    qrLogins: new QrLoginTable(db, config.SESSION_TABLE),
    captchas: new CaptchaTable(db, config.CAPTCHA_TABLE),
    scans: new ScanTable(db, config.CAPTCHA_TABLE),
    limits,
    lockouts: new LockoutTable(db, config.RATE_LIMIT_TABLE),
    devices: new DeviceTable(db, config.SESSION_TABLE),
    links: new MailedLinkTable(db, config.SESSION_TABLE),
    failureRate: new FailureRate(limits),
    loginLimits: {
      failuresPerLevel: config.LOGIN_FAILURES_PER_LEVEL,
      mostWorkSeconds: config.LOGIN_WORK_SECONDS,
    },
    newEmailWaitHours: config.NEW_EMAIL_WAIT_HOURS,
    deviceDays: config.DEVICE_DAYS,
    hmacKey,
    workIterations,
    resetRequests: codeQueue,
    codes: new MailedCodeTable(db, config.SESSION_TABLE),
    codesToMail: codeQueue,
    campaigns: new CampaignFormTable(db, config.CAMPAIGN_TABLE),
    formsToMail: codeQueue,
    siteUrl: config.SITE_URL,
    contactChanges: new ContactChangeTable(db, config.CONTACT_CHANGE_TABLE),
    ownAddresses: new OwnAddressTable(db, {
      sessions: config.SESSION_TABLE,
      contactChanges: config.CONTACT_CHANGE_TABLE,
    }),
    clock: systemClock,
  }),
  {
    siteUrl: config.SITE_URL,
    edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
    hmacKey,
    checkAnswers: config.CHECK_ANSWERS,
    evenMilliseconds,
  },
);
