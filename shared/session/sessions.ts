import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { AccountState, EnrolmentPermit, Freeze } from "./account-state.ts";
import type { Session } from "./session.ts";

/** "void": a reset or freeze has ended the login in the meantime. */
export type SessionOutcome = "added" | "void" | "frozen";

/** Signed-in browsers by the hash of their cookie, and the state of each account. */
export interface Sessions {
  /**
   * Adds a session and enters it in its account, in one transaction; if there are too many, the oldest one ends.
   * @returns another outcome than "added" when nothing was added
   */
  add(session: Session, now: Date): Promise<SessionOutcome>;
  /** A session that is over may still be found: see `isOver`. */
  find(id: string): Promise<Session | undefined>;
  /** Notes that the session was used. A session that has ended stays ended. */
  touch(id: string, at: Date): Promise<void>;
  /** Ends one session; its place in the account is free again. */
  remove(session: Pick<Session, "id" | "accountId">): Promise<void>;
  /** Ends all sessions of the account but this one, which is left as it is. */
  endOthers(kept: Pick<Session, "id" | "accountId">, now: Date): Promise<void>;
  /**
   * A change of the password: this session goes on as `next`, under another secret. All others end, and all logins are void that
   * have begun.
   * @returns false when the session had ended meanwhile: then nothing is changed
   */
  renew(kept: Pick<Session, "id" | "accountId">, next: Session, now: Date): Promise<boolean>;
  findAccount(id: string): Promise<AccountState>;
  /** A reset: all sessions of the account end, all logins that have begun are void, and one browser may enrol. */
  endAll(accountId: string, permit: EnrolmentPermit, now: Date): Promise<void>;
  /**
   * The writes that end all sessions and make all logins void that have begun, to be part of a decision's transaction. They fail as
   * `decision-raced` when somebody signs in or out at the same moment.
   */
  ending(accountId: string, now: Date): Promise<readonly JoinedWrite[]>;
  /**
   * A freeze: as a reset, but nobody may enrol, and no login becomes a session until `unfreeze`. A second one replaces one that an
   * officer made alone; any other stays.
   */
  freeze(accountId: string, frozen: Freeze): Promise<void>;
  /** The writes of a freeze, as `ending`. */
  freezing(accountId: string, frozen: Freeze): Promise<readonly JoinedWrite[]>;
  /** That no freeze stands, to be part of another transaction. It fails as `request-held`. */
  unfrozen(accountId: string): JoinedWrite;
  /** @returns false when this freeze (`at`) does not stand any more */
  unfreeze(accountId: string, frozen: Pick<Freeze, "at">, now: Date): Promise<boolean>;
  /** The writes that lift this freeze, as `ending`. @throws Conflict `decision-raced` when it does not stand any more */
  unfreezing(
    accountId: string,
    frozen: Pick<Freeze, "at">,
    now: Date,
  ): Promise<readonly JoinedWrite[]>;
}
