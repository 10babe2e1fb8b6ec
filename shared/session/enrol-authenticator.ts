import QRCode from "qrcode";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { authenticatorLabel } from "#shared/account/authenticator-label.ts";
import {
  keepAuthenticator,
  type RegisterAuthenticator,
} from "#shared/account/keep-authenticator.ts";
import type { Users } from "#shared/account/users.ts";
import { refuseOtherTime } from "#shared/account/weigh-code.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import type { Seals } from "#shared/runtime/seals.ts";
import { type AuthChallenges, countAttempt, type EnrolmentChallenge } from "./auth-challenge.ts";
import type { EnrolmentAnswer } from "./login-answers.ts";

const issuer = "Kartu ASN";

/**
 * The key for an authenticator app. A second call gives the same key, so that a code that was scanned stays right when the
 * page is loaded again.
 * @throws Unauthenticated `step-expired`
 */
export async function showEnrolment(
  {
    users,
    employees,
    challenges,
    sessionKey,
    clock,
  }: {
    users: Pick<Users, "newAuthenticatorKey">;
    employees: Pick<Employees, "findByNip">;
    challenges: Pick<AuthChallenges, "keepKey">;
    sessionKey: Pick<Seals, "seal" | "open">;
    clock: Clock;
  },
  challenge: EnrolmentChallenge,
): Promise<EnrolmentAnswer> {
  let secret: string;
  if (challenge.sealedKey) {
    secret = await sessionKey.open(challenge.id, challenge.sealedKey);
  } else {
    const { key, cognitoSession } = await users.newAuthenticatorKey(challenge.cognitoSession);
    const sealedKey = await sessionKey.seal(challenge.id, key);
    if (!(await challenges.keepKey(challenge.id, { sealedKey, cognitoSession })))
      throw new Unauthenticated("step-expired");
    secret = key;
  }
  const employee = await employees.findByNip(challenge.nip);
  const otpauthUri = otpauthUriOf(authenticatorLabel(employee?.name ?? "", challenge.nip), secret);
  const qr = await QRCode.toString(otpauthUri, { type: "svg", errorCorrectionLevel: "M" });
  return { secret, otpauthUri, qr, serverTime: clock.now().toISOString() };
}

export interface FinishEnrolment extends RegisterAuthenticator {
  readonly accountRecords: Pick<AccountRecords, "register" | "summary">;
  readonly users: Pick<Users, "registerAuthenticator">;
  readonly employees: Pick<Employees, "findByNip">;
  readonly challenges: Pick<AuthChallenges, "countAttempt" | "take">;
  readonly sessionKey: Pick<Seals, "open">;
}

/**
 * Registers the authenticator, after which the holder signs in again with a code of it (D-12).
 * @returns the recovery codes, which nobody can read again
 * @throws Unauthenticated `code-refused` (may be tried again), `step-expired`; InvalidInput `clock-behind`, `clock-ahead`
 */
export async function finishEnrolment(
  dependencies: FinishEnrolment,
  {
    challenge,
    origin,
    ...proof
  }: {
    challenge: EnrolmentChallenge;
    code: string;
    deviceName: string;
    origin?: Origin | undefined;
  },
): Promise<readonly string[]> {
  const { users, employees, challenges, sessionKey, clock } = dependencies;
  if (!challenge.sealedKey) throw new Unauthenticated("step-expired");
  await countAttempt(challenges, challenge);
  const key = await sessionKey.open(challenge.id, challenge.sealedKey);
  refuseOtherTime(key, proof.code, clock.now());
  const owner = await employees.findByNip(challenge.nip);
  if (!owner) throw new Unauthenticated("step-expired");
  await requireNoneSince(dependencies, owner.id, challenge);
  await users.registerAuthenticator(challenge.nip, challenge.cognitoSession, proof);
  const { deviceName } = proof;
  const codes = await keepAuthenticator(dependencies, { owner, key, deviceName, origin });
  await challenges.take(challenge.id);
  return codes;
}

/**
 * Of two registrations that were begun, the first that ends counts: Cognito would let the second one replace it («AssociateSoftwareToken»,
 * Cognito User Pools API Reference).
 * @throws Unauthenticated `step-expired`
 */
async function requireNoneSince(
  { accountRecords }: Pick<FinishEnrolment, "accountRecords">,
  id: EmployeeId,
  { startedAt }: EnrolmentChallenge,
): Promise<void> {
  const registeredAt = (await accountRecords.summary(id))?.registeredAt ?? "";
  if (registeredAt >= startedAt) throw new Unauthenticated("step-expired");
}

/** Key URI format of authenticator apps. */
function otpauthUriOf(label: string, secret: string): string {
  const whole = encodeURIComponent(`${issuer}:${label}`);
  return `otpauth://totp/${whole}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}
