import type { Reachable } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";

export type NewUser = Pick<Reachable, "id" | "nip" | "email" | "formerNips">;

/** Users of Cognito. Nobody can sign up: a record's user is made when its holder first asks for a code (decision 0040). */
export interface NewUsers {
  /**
   * Makes the user of a record with a password that nobody knows. One that exists stays as it is, but for one that a crash left
   * without a lasting password: it is finished. Those of the record's former numbers go: a user's name cannot be changed (decision
   * 0044).
   * @throws TooManyRequestsException, for the queue to try later
   */
  createUser(person: NewUser): Promise<void>;
}

/** The accounts of people who have activated them. */
export interface Accounts {
  /** Revokes the tokens that Cognito gave out. Our own sessions end with `Sessions.endAll`. */
  signOutEverywhere(nip: Nip): Promise<void>;
  /** The next login registers another authenticator. */
  resetMfa(nip: Nip): Promise<void>;
}
