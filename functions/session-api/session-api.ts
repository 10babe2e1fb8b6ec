import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { Accounts } from "#shared/account/accounts.ts";
import type { Lockouts } from "#shared/account/lockout.ts";
import type { CodesToMail, MailedCodes } from "#shared/account/mailed-code.ts";
import type { PasswordResets, ResetRequests } from "#shared/account/password-resets.ts";
import type { Users } from "#shared/account/users.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import type { HeldAttendance } from "#shared/attendance/attendance-months.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { SendForm } from "#shared/campaign/send-form.ts";
import type { AnsweredChallenges } from "#shared/captcha/work-challenge.ts";
import type { Cards } from "#shared/card/card.ts";
import type { Scans } from "#shared/card/scan.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { PresenceKeys } from "#shared/gate/presence-keys.ts";
import type { LeaveLedgers } from "#shared/leave/leave-ledgers.ts";
import type { Letters } from "#shared/letter/letters.ts";
import type { MailPlans } from "#shared/notification/mail-plan.ts";
import type { Notifications } from "#shared/notification/notification.ts";
import type { FailureRate } from "#shared/rate-limit/failure-rate.ts";
import type { LoginLimits } from "#shared/rate-limit/limits.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Requests } from "#shared/request/requests.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import type { Seals } from "#shared/runtime/seals.ts";
import type { AuthChallenges } from "#shared/session/auth-challenge.ts";
import type { ContactChanges } from "#shared/session/contact-change.ts";
import type { KnownDevices } from "#shared/session/device.ts";
import type { MailedLinks } from "#shared/session/mailed-link.ts";
import type { QrLogins } from "#shared/session/qr-login.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import type { OwnAddresses } from "#shared/session/tell-contact.ts";
import type { OldReports } from "#shared/wrong-data/old-report.ts";

/** The dependencies of the routes for login, reset and session. */
export interface SessionApi {
  readonly users: Users;
  readonly resets: Pick<PasswordResets, "resetPassword" | "refuseReset">;
  readonly accounts: Pick<Accounts, "signOutEverywhere" | "resetMfa">;
  readonly employees: Pick<Employees, "find" | "findByNip">;
  readonly roles: Pick<RoleGrants, "find">;
  readonly agencies: Pick<Agencies, "find">;
  readonly accountHistory: Pick<AccountHistory, "note" | "page">;
  readonly history: Pick<AuditTrail, "history" | "readings">;
  readonly cards: Pick<Cards, "find">;
  readonly scans: Scans;
  readonly notifications: Pick<Notifications, "list">;
  readonly plans: Pick<MailPlans, "find" | "replace">;
  readonly oldReports: OldReports;
  readonly attendance: HeldAttendance;
  readonly presenceKeys: Pick<PresenceKeys, "findAll">;
  readonly ledgers: Pick<LeaveLedgers, "find">;
  readonly letters: Pick<Letters, "about">;
  readonly requests: Pick<Requests, "of">;
  readonly sessions: Sessions;
  readonly challenges: AuthChallenges;
  readonly qrLogins: QrLogins;
  readonly sessionKey: Seals;
  readonly accountRecords: AccountRecords;
  readonly authenticatorKey: Seals;
  readonly captchas: Pick<AnsweredChallenges, "use">;
  readonly limits: Pick<RateLimits, "add" | "count" | "read">;
  readonly lockouts: Lockouts;
  readonly devices: KnownDevices;
  readonly failureRate: Pick<FailureRate, "add" | "isHigh">;
  readonly loginLimits: LoginLimits;
  /** How long a device stays known after its last login, days. */
  readonly deviceDays: number;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  /** See `Challenges`. */
  readonly workIterations: number;
  readonly links: Pick<MailedLinks, "find" | "use">;
  readonly resetRequests: Pick<ResetRequests, "send">;
  readonly codes: Pick<MailedCodes, "ask" | "find" | "countTry" | "take">;
  readonly codesToMail: CodesToMail;
  readonly campaigns: SendForm["campaigns"];
  readonly formsToMail: SendForm["formsToMail"];
  /** "https://kartu.example.go.id", of the address in a QR. */
  readonly siteUrl: string;
  readonly contactChanges: Pick<ContactChanges, "set" | "of" | "take">;
  readonly ownAddresses: OwnAddresses;
  /** How long a new address waits, and receives no code, hours. */
  readonly newEmailWaitHours: number;
  readonly clock: Clock;
}
