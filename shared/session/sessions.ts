import type { AccountState, EnrolmentPermit } from "./account-state.ts";
import type { Session } from "./session.ts";

/** Signed-in browsers by the hash of their cookie, and the state of each account. */
export interface Sessions {
  /**
   * Adds a session and enters it in its account, in one transaction; if there are too many, the oldest one ends.
   * @returns false when a reset has made the login void in the meantime; then nothing was added
   */
  add(session: Session, now: Date): Promise<boolean>;
  /** A session that is over may still be found: see `isOver`. */
  find(id: string): Promise<Session | undefined>;
  /** Notes that the session was used. A session that has ended stays ended. */
  touch(id: string, at: Date): Promise<void>;
  /** Ends one session; its place in the account is free again. */
  remove(session: Pick<Session, "id" | "accountId">): Promise<void>;
  findAccount(id: string): Promise<AccountState>;
  /** A reset: all sessions of the account end, all logins that have begun are void, and one browser may enrol. */
  endAll(accountId: string, permit: EnrolmentPermit, now: Date): Promise<void>;
}
