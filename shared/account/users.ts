import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";

/** Both factors were right. */
export interface SignedIn {
  readonly employeeId: EmployeeId;
  /** Lets its bearer change the own password and authenticator at Cognito, until `revoke`. */
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Who may sign in. All refusals are alike, so that none tells which accounts exist. */
export interface Users {
  /**
   * The first factor. @returns what is next, and Cognito's session for it
   * @throws Unauthenticated `login-refused`: wrong, unknown, disabled; TooManyAttempts while Cognito has the number locked
   */
  checkPassword(
    nip: Nip,
    password: string,
  ): Promise<{ next: "code" | "enrolment"; cognitoSession: string }>;
  /** The second factor. @throws Unauthenticated `code-refused` (may be tried again), `step-expired` */
  checkCode(nip: Nip, cognitoSession: string, code: string): Promise<SignedIn>;
  /** A new key for an authenticator, base32. @throws Unauthenticated `step-expired` */
  newAuthenticatorKey(cognitoSession: string): Promise<{ key: string; cognitoSession: string }>;
  /**
   * Registers the authenticator that gave a code of the key. Cognito signs the holder in with it, but we ask for a code at the
   * first login all the same (D-12), so these tokens are revoked.
   * @throws Unauthenticated `code-refused` (may be tried again), `step-expired`
   */
  registerAuthenticator(
    nip: Nip,
    cognitoSession: string,
    { code, deviceName }: { code: string; deviceName: string },
  ): Promise<void>;
  /**
   * Sets another password for who has this access token.
   * @throws InvalidInput on "newPassword" when Cognito knows the new one as compromised
   */
  changePassword(
    accessToken: string,
    passwords: { readonly present: string; readonly next: string },
  ): Promise<void>;
  /** Ends a sign-in, with all tokens that were refreshed from it. */
  revoke(refreshToken: string): Promise<void>;
}
