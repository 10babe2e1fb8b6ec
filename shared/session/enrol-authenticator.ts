import QRCode from "qrcode";
import { authenticatorLabel } from "#shared/account/authenticator-label.ts";
import type { Users } from "#shared/account/users.ts";
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

/**
 * Registers the authenticator, after which the holder signs in again with a code of it (D-12).
 * @throws Unauthenticated `code-refused` (may be tried again), `step-expired`
 */
export async function finishEnrolment(
  {
    users,
    challenges,
  }: {
    users: Pick<Users, "registerAuthenticator">;
    challenges: Pick<AuthChallenges, "countAttempt" | "take">;
  },
  { challenge, ...proof }: { challenge: EnrolmentChallenge; code: string; deviceName: string },
): Promise<void> {
  if (!challenge.sealedKey) throw new Unauthenticated("step-expired");
  await countAttempt(challenges, challenge);
  await users.registerAuthenticator(challenge.nip, challenge.cognitoSession, proof);
  await challenges.take(challenge.id);
}

/** Key URI format of authenticator apps. */
function otpauthUriOf(label: string, secret: string): string {
  const whole = encodeURIComponent(`${issuer}:${label}`);
  return `otpauth://totp/${whole}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}
