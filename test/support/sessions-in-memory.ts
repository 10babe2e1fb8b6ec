import { Conflict } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import {
  type AccountState,
  afterFreeze,
  afterReset,
  afterUnfreeze,
  type EnrolmentPermit,
  emptyState,
  type Freeze,
  outcomeOf,
  withoutOthers,
  withoutSessions,
  withRenewed,
  withSession,
} from "#shared/session/account-state.ts";
import type { Session } from "#shared/session/session.ts";
import type { SessionOutcome, Sessions } from "#shared/session/sessions.ts";
import { stepInMemory } from "./steps-in-memory.ts";

/** The session table without DynamoDB; runs the same contract test (session-table-contract.ts). */
export class SessionsInMemory implements Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #accounts = new Map<string, AccountState>();
  touches = 0;

  get all(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  async add(session: Session, now: Date): Promise<SessionOutcome> {
    if (this.#sessions.has(session.id)) throw new Error("This session exists.");
    const state = this.#account(session.accountId);
    const outcome = outcomeOf(session, state);
    if (outcome !== "added") return outcome;
    const { next, ended } = withSession(state, session, now);
    this.#accounts.set(next.id, next);
    for (const id of ended) this.#sessions.delete(id);
    this.#sessions.set(session.id, session);
    return outcome;
  }

  async find(id: string): Promise<Session | undefined> {
    return this.#sessions.get(id);
  }

  async touch(id: string, at: Date): Promise<void> {
    const session = this.#sessions.get(id);
    if (!session) return;
    this.touches += 1;
    this.#sessions.set(id, { ...session, lastSeenAt: at.toISOString() });
  }

  async remove({ id, accountId }: Pick<Session, "id" | "accountId">): Promise<void> {
    this.#sessions.delete(id);
    const state = this.#account(accountId);
    if (!(id in state.sessions)) return;
    const { [id]: _, ...sessions } = state.sessions;
    this.#accounts.set(accountId, { ...state, version: state.version + 1, sessions });
  }

  async endOthers({ id, accountId }: Pick<Session, "id" | "accountId">): Promise<void> {
    const { next, ended } = withoutOthers(this.#account(accountId), id);
    for (const each of ended) this.#sessions.delete(each);
    if (ended.length > 0) this.#accounts.set(accountId, next);
  }

  async renew(
    { id: kept, accountId }: Pick<Session, "id" | "accountId">,
    next: Session,
    now: Date,
  ): Promise<boolean> {
    const state = this.#account(accountId);
    const after = withRenewed(state, { kept, next }, now);
    if (!after) return false;
    for (const id of Object.keys(state.sessions)) this.#sessions.delete(id);
    this.#accounts.set(accountId, after);
    this.#sessions.set(next.id, next);
    return true;
  }

  async findAccount(id: string): Promise<AccountState> {
    return this.#account(id);
  }

  async endAll(accountId: string, permit: EnrolmentPermit, now: Date): Promise<void> {
    const state = this.#account(accountId);
    for (const id of Object.keys(state.sessions)) this.#sessions.delete(id);
    this.#accounts.set(accountId, afterReset(state, permit, now));
  }

  async ending(accountId: string, now: Date): Promise<readonly JoinedWrite[]> {
    return this.#joined(accountId, (state) => withoutSessions(state, now));
  }

  async freeze(accountId: string, frozen: Freeze): Promise<void> {
    const state = this.#account(accountId);
    for (const id of Object.keys(state.sessions)) this.#sessions.delete(id);
    this.#accounts.set(accountId, afterFreeze(state, frozen));
  }

  async freezing(accountId: string, frozen: Freeze): Promise<readonly JoinedWrite[]> {
    return this.#joined(accountId, (state) => afterFreeze(state, frozen));
  }

  unfrozen(accountId: string): JoinedWrite {
    const holds = () => this.#account(accountId).frozen === undefined;
    return stepInMemory("request-held", { holds, write: () => {} });
  }

  async unfreeze(accountId: string, { at }: Pick<Freeze, "at">, now: Date): Promise<boolean> {
    const state = this.#account(accountId);
    if (state.frozen?.at !== at) return false;
    this.#accounts.set(accountId, afterUnfreeze(state, now));
    return true;
  }

  async unfreezing(
    accountId: string,
    { at }: Pick<Freeze, "at">,
    now: Date,
  ): Promise<readonly JoinedWrite[]> {
    return this.#joined(accountId, (state) => {
      if (state.frozen?.at !== at) throw new Conflict("decision-raced");
      return afterUnfreeze(state, now);
    });
  }

  #joined(accountId: string, change: (state: AccountState) => AccountState): JoinedWrite[] {
    const seen = this.#account(accountId);
    const next = change(seen);
    const step = stepInMemory("decision-raced", {
      holds: () => this.#account(accountId).version === seen.version,
      write: () => {
        for (const id of Object.keys(seen.sessions))
          if (!(id in next.sessions)) this.#sessions.delete(id);
        this.#accounts.set(accountId, next);
      },
    });
    return [step];
  }

  #account(id: string): AccountState {
    return this.#accounts.get(id) ?? emptyState(id);
  }
}
