/**
 * The state of one account in the session table: its sessions, and since when a login counts. It is one item, so that a reset
 * ends exactly the existing sessions, also those that an index does not show yet.
 */
import { createHash } from "node:crypto";
import * as z from "zod";
import { actor } from "#shared/audit/audit-entry.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { linkDays } from "./mailed-link.ts";
import { endsOf, type Session } from "./session.ts";
import type { SessionOutcome } from "./sessions.ts";

/** Which browser may register an authenticator: the one that used the mailed code. */
const enrolmentPermit = z.object({
  /** SHA-256 of its cookie. */
  id: z.string(),
  /** ISO instant. */
  endsAt: z.string(),
});
export type EnrolmentPermit = Readonly<z.infer<typeof enrolmentPermit>>;

/** While an account is frozen no login becomes a session (decision 0034). */
const freeze = z.object({
  /** ISO instant. */
  at: z.string(),
  /** Who did it: the holder, by the link of a mail, or an officer. */
  by: actor,
  /** In the officer's words. */
  reason: z.string().optional(),
});
export type Freeze = Readonly<z.infer<typeof freeze>>;

export const accountState = z.object({
  /** SHA-256 of the NIP: there is an item also for a number that nobody has. */
  id: z.string(),
  /** Counts the changes: of two at the same time one fails and is made again. */
  version: z.int(),
  /** ISO instant of the last reset or freeze: logins that began up to then are void. */
  validFrom: z.string().optional(),
  /** Session id → when its login began. */
  sessions: z.record(z.string(), z.string()),
  /** Stored under its first name, "activation". */
  activation: enrolmentPermit.optional(),
  frozen: freeze.optional(),
  /** ISO instant of the last unfreeze: links of mails about what was before freeze nothing any more. */
  unfrozenAt: z.string().optional(),
});
export type AccountState = Readonly<z.infer<typeof accountState>>;

/** How many browsers one person is signed in with at once; one more ends the oldest. */
export const maxSessions = 10;

/** The most that the setting `deviceDays` allows: browsers keep no cookie longer (RFC 6265bis, «The Max-Age Attribute»). */
export const longestDeviceDays = 400;

/** Long enough to read a mail and install an app. */
const enrolmentPermitMinutes = 60;

export function accountIdOf(nip: Nip): string {
  return createHash("sha256").update(nip).digest("hex");
}

export function emptyState(id: string): AccountState {
  return { id, version: 0, sessions: {} };
}

export function newEnrolmentPermit(id: string, now: Date): EnrolmentPermit {
  return { id, endsAt: new Date(now.getTime() + enrolmentPermitMinutes * 60_000).toISOString() };
}

/**
 * Whether a login or session that began then is over, because of a reset or of a change of a field that logins depend on. The
 * same millisecond counts as before, because nobody knows which came first.
 */
export function isVoid(
  startedAt: string,
  { validFrom = "" }: Pick<AccountState, "validFrom">,
  { sessionsFrom = "" }: Pick<Employee, "sessionsFrom"> = {},
): boolean {
  return startedAt <= validFrom || startedAt <= sessionsFrom;
}

/** What becomes of a login that was right. */
export function outcomeOf(
  { startedAt }: Pick<Session, "startedAt">,
  state: AccountState,
): SessionOutcome {
  if (state.frozen) return "frozen";
  return isVoid(startedAt, state) ? "void" : "added";
}

/** The state with one session more, without those whose time is up; `ended` are the oldest of too many. */
export function withSession(
  state: AccountState,
  { id, startedAt }: Pick<Session, "id" | "startedAt">,
  now: Date,
): { readonly next: AccountState; readonly ended: readonly string[] } {
  const alive = Object.entries(state.sessions)
    .filter(([, began]) => now < endsOf({ startedAt: began, lastSeenAt: began }).endsAt)
    .sort(([, a], [, b]) => a.localeCompare(b));
  const ended = alive.slice(0, Math.max(0, alive.length + 1 - maxSessions)).map(([old]) => old);
  const kept = alive.slice(ended.length);
  const sessions = Object.fromEntries([...kept, [id, startedAt]]);
  return { next: { ...state, version: state.version + 1, sessions }, ended };
}

/** No sessions, and all logins that had begun are void. A frozen account stays frozen. */
export function withoutSessions(
  { id, version, frozen, unfrozenAt }: AccountState,
  now: Date,
): AccountState {
  return {
    ...{ id, version: version + 1, validFrom: now.toISOString(), sessions: {} },
    ...(frozen && { frozen }),
    ...(unfrozenAt && { unfrozenAt }),
  };
}

/** The state with this session alone; `ended` are the others. */
export function withoutOthers(
  state: AccountState,
  id: string,
): { readonly next: AccountState; readonly ended: readonly string[] } {
  const ended = Object.keys(state.sessions).filter((each) => each !== id);
  const began = state.sessions[id];
  const sessions = began ? { [id]: began } : {};
  return { next: { ...state, version: state.version + 1, sessions }, ended };
}

/**
 * The state in which one session goes on as another one, and everything else that had begun is over.
 * @returns undefined when the session is not in the account any more
 */
export function withRenewed(
  state: AccountState,
  { kept, next }: { readonly kept: string; readonly next: Pick<Session, "id" | "startedAt"> },
  now: Date,
): AccountState | undefined {
  if (!(kept in state.sessions)) return undefined;
  return { ...withoutSessions(state, now), sessions: { [next.id]: next.startedAt } };
}

/** The state after a reset: everything that had begun is over, and one browser may enrol. */
export function afterReset(state: AccountState, permit: EnrolmentPermit, now: Date): AccountState {
  return { ...withoutSessions(state, now), activation: permit };
}

/** Whether one officer may lift it: what one made. The holder's own freeze, and that of two operators, take two (decision 0036). */
export function isOneOfficers({ by }: Freeze): boolean {
  return by.role === "officer";
}

/** The state after a freeze: everything that had begun is over, and no browser may enrol. One that takes two to lift stays. */
export function afterFreeze(state: AccountState, frozen: Freeze): AccountState {
  const { frozen: before } = state;
  const stays = before && !isOneOfficers(before);
  return { ...withoutSessions(state, new Date(frozen.at)), frozen: stays ? before : frozen };
}

/** The state after an unfreeze: the holder may log in again. A permit of a reset while it was frozen is not part of it. */
export function afterUnfreeze(
  { frozen: _, activation: __, ...state }: AccountState,
  now: Date,
): AccountState {
  return { ...state, version: state.version + 1, unfrozenAt: now.toISOString() };
}

/** It lives longer than sessions (12 hours), challenges and permits to enrol (1 hour), known devices, links of mails, and the days of a request's question. */
const accountHours = 13;
const longestAnswerDays = Math.max(linkDays, 60);

/** When the item may be deleted; undefined while the account is frozen. */
export function endOfAccount(
  { validFrom, frozen, unfrozenAt }: AccountState,
  now: Date,
): Date | undefined {
  if (frozen) return undefined;
  const ends = now.getTime() + accountHours * 3_600_000;
  return new Date(
    Math.max(
      ends,
      daysAfter(validFrom, longestDeviceDays),
      daysAfter(unfrozenAt, longestAnswerDays),
    ),
  );
}

function daysAfter(at: string | undefined, days: number): number {
  return at === undefined ? 0 : Date.parse(at) + days * 86_400_000;
}

/** Whether this browser used the mailed code of the newest reset, not long ago. */
export function mayEnrol(state: AccountState, id: string, now: Date): boolean {
  const permit = state.activation;
  return permit?.id === id && now.toISOString() < permit.endsAt;
}
