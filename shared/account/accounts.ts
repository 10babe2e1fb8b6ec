import type { Nip } from "#shared/employee/nip.ts";

/** The accounts. Import makes them; nobody can sign up. */
export interface Accounts {
  /** Revokes the tokens that Cognito gave out. Our own sessions end with `Sessions.endAll`. */
  signOutEverywhere(nip: Nip): Promise<void>;
  /** The next login registers another authenticator. */
  resetMfa(nip: Nip): Promise<void>;
}
