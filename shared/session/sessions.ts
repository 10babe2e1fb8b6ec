import type { AccountState, EnrolmentPermit } from "./account-state.ts";
import type { Session } from "./session.ts";

/** Signed-in browsers by the hash of their cookie, and what each account has of them. */
export interface Sessions {
  /**
   * Adds a session and enters it in its account, in one transaction; the oldest of too many ends with it.
   * @returns false when a reset has voided the login meanwhile, and nothing was added
   */
  add(session: Session, now: Date): Promise<boolean>;
  /** A session that is over may still be found: see `isOver`. */
  find(id: string): Promise<Session | undefined>;
  /** Notes that the session was used; one that was ended meanwhile stays ended. */
  touch(id: string, at: Date): Promise<void>;
  /** Ends one session; its place in the account is free again. */
  remove(session: Pick<Session, "id" | "accountId">): Promise<void>;
  findAccount(id: string): Promise<AccountState>;
  /** A reset: every session of the account ends, every login under way is void, one browser may enrol. */
  endAll(accountId: string, permit: EnrolmentPermit, now: Date): Promise<void>;
}
