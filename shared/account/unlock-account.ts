/** What keeps a person out after too many tries, and how an operator ends it. */
import type { Actor } from "#shared/audit/audit-entry.ts";
import type { Employee } from "#shared/employee/employee.ts";
import {
  type CountWindow,
  loginFailureWindow,
  mailedCodeMails,
  resetCodeTries,
  resetMails,
} from "#shared/rate-limit/limits.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { AccountHistory } from "./account-history.ts";
import { forgottenInSeconds, isForgotten, type Lockouts, lockedSeconds } from "./lockout.ts";
import { codeWindow } from "./login-guard.ts";
import { addressHash, triesOf } from "./reset-tries.ts";

interface Dependencies {
  readonly lockouts: Pick<Lockouts, "find" | "clear">;
  readonly limits: Pick<RateLimits, "read" | "forget">;
  readonly clock: Clock;
}

export interface AccountLocks {
  /** Wrong passwords and codes in a row, and seconds until Cognito takes another try, and until they are forgotten. */
  readonly failures: number;
  readonly lockedSeconds: number;
  readonly forgottenInSeconds: number;
  /** How many there are in the present window: wrong passwords, wrong codes, mailed codes, tried ones of resets. */
  readonly counts: Readonly<Record<string, number>>;
}

type Person = Pick<Employee, "id" | "nip" | "email">;

/** What is counted for a person, and under what. What is counted for a device or network is not an account's. */
function windowsOf({ id, nip, email }: Person): readonly (readonly [CountWindow, who: string])[] {
  return [
    [loginFailureWindow, nip],
    [codeWindow({ nip }), nip],
    [resetMails, nip],
    [resetCodeTries, triesOf(nip, addressHash(email ?? ""))],
    [mailedCodeMails, id],
  ];
}

export async function locksOf(
  { lockouts, limits, clock }: Dependencies,
  person: Person,
): Promise<AccountLocks> {
  const now = clock.now();
  const run = await lockouts.find(person.nip);
  const counts = await Promise.all(
    windowsOf(person).map(
      async ([window, who]) => [window.name, await limits.read(window, who, now)] as const,
    ),
  );
  const counting = run && !isForgotten(run, now) ? run : undefined;
  return {
    failures: counting?.failures ?? 0,
    lockedSeconds: lockedSeconds(counting, now),
    forgottenInSeconds: counting ? forgottenInSeconds(counting, now) : 0,
    counts: Object.fromEntries(counts),
  };
}

/**
 * Forgets the failures and counts of a person, so that its holder may try again. Cognito's own lock of at most 15 minutes ends
 * by itself; until then a login is answered with how long to wait. The history comes first, so that no account is opened untold.
 */
export async function unlockAccount(
  {
    lockouts,
    limits,
    clock,
    accountHistory,
  }: Dependencies & { readonly accountHistory: Pick<AccountHistory, "note"> },
  {
    person,
    by,
    reason,
  }: {
    readonly person: Person;
    /** Who decides it. */
    readonly by: Actor;
    readonly reason: string;
  },
): Promise<void> {
  const now = clock.now();
  await accountHistory.note({
    employeeId: person.id,
    action: "account-unlocked",
    actor: by,
    at: now,
    reason,
  });
  if (await lockouts.find(person.nip)) await lockouts.clear(person.nip);
  for (const [window, who] of windowsOf(person)) await limits.forget(window, who, now);
}
