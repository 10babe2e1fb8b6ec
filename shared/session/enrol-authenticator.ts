import QRCode from "qrcode";
import { authenticatorLabel } from "#shared/account/authenticator-label.ts";
import type { UserDirectory } from "#shared/account/user-directory.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import type { EnrolmentAnswer } from "./login-answers.ts";
import type { SessionKey } from "./session-key.ts";
import { countAttempt, type EnrolmentStep } from "./step.ts";
import type { StepTable } from "./step-table.ts";

const issuer = "Kartu ASN";

/**
 * The key to put into an authenticator app. Asked again, it is the same key: a page that is loaded twice does not
 * make the code scanned the first time wrong.
 * @throws Unauthenticated `step-expired`
 */
export async function showEnrolment(
  {
    users,
    employees,
    steps,
    sessionKey,
    clock,
  }: {
    users: Pick<UserDirectory, "newAuthenticatorKey">;
    employees: Pick<EmployeeTable, "findByNip">;
    steps: Pick<StepTable, "keepKey">;
    sessionKey: Pick<SessionKey, "seal" | "open">;
    clock: Clock;
  },
  step: EnrolmentStep,
): Promise<EnrolmentAnswer> {
  let secret: string;
  if (step.sealedKey) {
    secret = await sessionKey.open(step.id, step.sealedKey);
  } else {
    const { key, cognitoSession } = await users.newAuthenticatorKey(step.cognitoSession);
    const sealedKey = await sessionKey.seal(step.id, key);
    if (!(await steps.keepKey(step.id, { sealedKey, cognitoSession })))
      throw new Unauthenticated("step-expired");
    secret = key;
  }
  const employee = await employees.findByNip(step.nip);
  const otpauthUri = otpauthUriOf(authenticatorLabel(employee?.name ?? "", step.nip), secret);
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
    steps,
  }: {
    users: Pick<UserDirectory, "registerAuthenticator">;
    steps: Pick<StepTable, "countAttempt" | "take">;
  },
  { step, ...proof }: { step: EnrolmentStep; code: string; deviceName: string },
): Promise<void> {
  if (!step.sealedKey) throw new Unauthenticated("step-expired");
  await countAttempt(steps, step);
  await users.registerAuthenticator(step.nip, step.cognitoSession, proof);
  await steps.take(step.id);
}

/** Key URI format of authenticator apps. */
function otpauthUriOf(label: string, secret: string): string {
  const whole = encodeURIComponent(`${issuer}:${label}`);
  return `otpauth://totp/${whole}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}
