import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";

export interface Account {
  readonly nip: Nip;
  readonly email: string;
  readonly employeeId: EmployeeId;
}

/** The accounts as such: made by import, never by sign-up. */
export interface Accounts {
  /** Ends what Cognito gave out; our own sessions end with `Sessions.endAll`. */
  signOutEverywhere(nip: Nip): Promise<void>;
  /** The next login registers another authenticator. */
  resetMfa(nip: Nip): Promise<void>;
  /**
   * Makes an account nobody knows the password of; its holder activates it by a reset. Cognito refuses resets of
   * accounts that wait for a first password, so the random one is permanent. Doing it again changes no password.
   */
  createAccount(account: Account): Promise<void>;
}
