/** The devices of an account: where somebody is signed in now, and how to end that. */
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import type { SessionsAnswer } from "./account-answers.ts";
import { isOver, type Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

/** Of the hash that is the session's key: enough to tell ten sessions apart. */
const handleOf = ({ id }: Pick<Session, "id">): string => id.slice(0, 16);

/** The sessions of the account that are not over; this one first, then the one that was used last. */
export async function listSessions(
  { sessions, clock }: { readonly sessions: Pick<Sessions, "findAccount" | "find">; clock: Clock },
  own: Session,
): Promise<SessionsAnswer> {
  const alive = await livingSessions(sessions, own, clock.now());
  // Instants begin with a digit, so this one comes last in order, and first when that is turned round.
  const order = (session: Session) => (session.id === own.id ? "this" : session.lastSeenAt);
  const items = alive
    .sort((a, b) => (order(a) < order(b) ? 1 : -1))
    .map((session) => ({
      id: handleOf(session),
      beganAt: session.openedAt ?? session.startedAt,
      lastSeenAt: session.lastSeenAt,
      isThis: session.id === own.id,
      ...(session.madeBy && { madeBy: session.madeBy }),
      ...(session.origin && { origin: session.origin }),
    }));
  return { items };
}

interface EndSessions {
  readonly sessions: Pick<Sessions, "findAccount" | "find" | "remove">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

/**
 * Signs one other device out; its next request is refused.
 * @param handle `id` of the list @throws NotFound when it is over or another account's
 */
export async function endSession(
  { sessions, accountHistory, clock }: EndSessions,
  { own, handle, origin }: { own: Session; handle: string; origin: Origin },
): Promise<void> {
  const now = clock.now();
  const alive = await livingSessions(sessions, own, now);
  const ended = alive.find((each) => handleOf(each) === handle && each.id !== own.id);
  if (!ended) throw new NotFound();
  await sessions.remove(ended);
  await accountHistory.note({ ...ownEvent(own, now, origin), action: "session-ended" });
}

/** Signs all other devices out. Who does it stays signed in here. */
export async function endOtherSessions(
  {
    sessions,
    accountHistory,
    clock,
  }: Omit<EndSessions, "sessions"> & { readonly sessions: Pick<Sessions, "endOthers"> },
  { own, origin }: { own: Session; origin: Origin },
): Promise<void> {
  const now = clock.now();
  await sessions.endOthers(own, now);
  await accountHistory.note({ ...ownEvent(own, now, origin), action: "sessions-ended" });
}

function ownEvent({ employeeId }: Session, at: Date, origin: Origin) {
  return { employeeId, actor: { role: "holder", id: employeeId } as const, at, origin };
}

async function livingSessions(
  sessions: Pick<Sessions, "findAccount" | "find">,
  own: Session,
  now: Date,
): Promise<Session[]> {
  const account = await sessions.findAccount(own.accountId);
  const others = Object.keys(account.sessions).filter((id) => id !== own.id);
  const found = [own, ...(await Promise.all(others.map((id) => sessions.find(id))))];
  return found.filter((session) => session !== undefined).filter((each) => !isOver(each, now));
}
