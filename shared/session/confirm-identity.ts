/** Password and code once more, of somebody who is signed in: before a change of what the account is got back with. */
import * as z from "zod";
import {
  type Attempt,
  admitCode,
  admitPassword,
  type LoginGuard,
  signedInCompletely,
  type Visitor,
} from "#shared/account/login-guard.ts";
import { asPassword, maxPasswordLength } from "#shared/account/password-rules.ts";
import { revokeSignIn } from "#shared/account/revoke-sign-in.ts";
import { type UseCode, useCode } from "#shared/account/use-code.ts";
import type { SignedIn, Users } from "#shared/account/users.ts";
import { workAnswer } from "#shared/captcha/captcha.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import type { ErrorCode } from "#shared/runtime/codes.ts";
import { ProofRefused, Unauthenticated } from "#shared/runtime/errors.ts";
import { type Devices, visitorOf } from "./device.ts";
import { sixDigits } from "./login-requests.ts";

/** Both factors, as a page sends them together. */
export const identityProof = z.strictObject({
  password: z.string().min(1).max(maxPasswordLength).transform(asPassword),
  code: sixDigits,
  /** After `work-required`, as at a login. */
  work: workAnswer.optional(),
});
export type IdentityProof = Readonly<z.output<typeof identityProof>>;

export interface ConfirmIdentity extends LoginGuard, UseCode, Omit<Devices, "deviceDays"> {
  readonly users: Pick<Users, "checkPassword"> & UseCode["users"];
}

/** Whose identity is confirmed, and with what. */
interface Confirmation {
  readonly employee: Pick<Employee, "id" | "nip">;
  readonly proof: IdentityProof;
}

/**
 * Signs the person in once more at Cognito. Failures count as a login's, and a lock or work is answered as there (decision 0011).
 * The refusal says which of the two was wrong: who asks is signed in, so it reveals no account.
 * @throws ProofRefused `password-refused`, `code-refused` (both may be tried again), `activation-needed` when the account has no
 * authenticator any more; InvalidInput `clock-behind`, `clock-ahead`; WorkRequired; TooManyAttempts
 */
export async function confirmIdentity(
  dependencies: ConfirmIdentity,
  request: HttpRequest,
  confirmation: Confirmation,
): Promise<void> {
  await withIdentity(dependencies, request, confirmation, async () => undefined);
}

/**
 * As confirmIdentity, for a change that Cognito makes for who holds an access token (ChangePassword, AssociateSoftwareToken).
 * @param use gets the token while it is valid. Afterwards the sign-in is revoked, and with it the token («Revoking tokens», Amazon Cognito
 * Developer Guide), so it must not be kept
 * @returns what `use` returns @throws as confirmIdentity, and what `use` throws
 */
export async function withIdentity<Result>(
  dependencies: ConfirmIdentity,
  request: HttpRequest,
  { employee, proof }: Confirmation,
  use: (accessToken: string) => Promise<Result>,
): Promise<Result> {
  const visitor = await visitorOf(dependencies, request, employee.nip);
  const signedIn = await signInAgain(dependencies, { visitor, employee, proof });
  try {
    if (signedIn.employeeId !== employee.id) throw new Error("Cognito signed somebody else in.");
    return await use(signedIn.accessToken);
  } finally {
    await revokeSignIn(dependencies.users, signedIn);
  }
}

async function signInAgain(
  dependencies: ConfirmIdentity,
  { visitor, employee, proof }: Confirmation & { readonly visitor: Visitor },
): Promise<SignedIn> {
  const { nip, id: employeeId } = employee;
  const { password, code, work } = proof;
  const { users } = dependencies;
  const ofPassword = await admitPassword(dependencies, visitor, work);
  const { next, cognitoSession } = await users
    .checkPassword(nip, password)
    .catch(failAs(ofPassword, "login-refused", "password-refused"));
  if (next !== "code") throw new ProofRefused("activation-needed");
  const ofCode = await admitCode(dependencies, visitor);
  const { signedIn } = await useCode(dependencies, { nip, employeeId, cognitoSession, code }).catch(
    failAs(ofCode, "code-refused", "code-refused"),
  );
  await signedInCompletely(dependencies, nip);
  return signedIn;
}

/** Counts a refusal of Cognito, and gives it the code that its reader understands. */
function failAs(
  attempt: Attempt,
  refused: ErrorCode,
  told: ErrorCode,
): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!(error instanceof Unauthenticated) || error.code !== refused) throw error;
    await attempt.failed();
    throw new ProofRefused(told);
  };
}
