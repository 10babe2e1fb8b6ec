import type { RoleTable } from "#shared/access/role-table.ts";
import type { AccountDirectory } from "#shared/account/account-directory.ts";
import type { LockoutTable } from "#shared/account/lockout-table.ts";
import type { RecoveryQueue } from "#shared/account/recovery-queue.ts";
import type { ResetDirectory } from "#shared/account/reset-directory.ts";
import type { UserDirectory } from "#shared/account/user-directory.ts";
import type { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { FailureRate } from "#shared/rate-limit/failure-rate.ts";
import type { LoginLimits } from "#shared/rate-limit/limits.ts";
import type { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { HmacKey } from "#shared/runtime/hmac-key.ts";
import type { AuthChallengeTable } from "#shared/session/auth-challenge-table.ts";
import type { DeviceTable } from "#shared/session/device-table.ts";
import type { SessionKey } from "#shared/session/session-key.ts";
import type { SessionTable } from "#shared/session/session-table.ts";

/** What the way in needs to work with. */
export interface SessionApi {
  readonly users: Pick<UserDirectory, keyof UserDirectory>;
  readonly resets: Pick<ResetDirectory, "resetPassword" | "refuseReset">;
  readonly accounts: Pick<AccountDirectory, "signOutEverywhere">;
  readonly employees: Pick<EmployeeTable, "find" | "findByNip">;
  readonly roles: Pick<RoleTable, "find">;
  readonly sessions: Pick<SessionTable, keyof SessionTable>;
  readonly challenges: Pick<AuthChallengeTable, keyof AuthChallengeTable>;
  readonly sessionKey: Pick<SessionKey, keyof SessionKey>;
  readonly captchas: Pick<CaptchaTable, "use">;
  readonly limits: Pick<RateLimitTable, "add" | "count" | "read">;
  readonly lockouts: Pick<LockoutTable, keyof LockoutTable>;
  readonly devices: Pick<DeviceTable, keyof DeviceTable>;
  readonly failureRate: Pick<FailureRate, "add" | "isHigh">;
  readonly loginLimits: LoginLimits;
  /** How long a device keeps its own way in since it last signed in. */
  readonly deviceDays: number;
  readonly hmacKey: Pick<HmacKey, "derive">;
  readonly recoveries: Pick<RecoveryQueue, "send">;
  readonly clock: Clock;
}
