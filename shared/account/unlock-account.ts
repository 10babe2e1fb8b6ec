/** What keeps a person out after too many tries, and how an operator ends it. */
import type { Actor } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { type CountWindow, loginFailureWindow, resetMails } from "#shared/rate-limit/limits.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { AccountHistory } from "./account-history.ts";
import { forgottenInSeconds, isForgotten, type Lockouts, lockedSeconds } from "./lockout.ts";
import { codeWindow } from "./login-guard.ts";

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
  /** How many there are in the present window: wrong passwords, wrong codes, mailed reset codes. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What is counted for a number. What is counted for a device or network is not an account's. */
function windowsOf(nip: Nip): readonly CountWindow[] {
  return [loginFailureWindow, codeWindow({ nip }), resetMails];
}

export async function locksOf(
  { lockouts, limits, clock }: Dependencies,
  nip: Nip,
): Promise<AccountLocks> {
  const now = clock.now();
  const run = await lockouts.find(nip);
  const counts = await Promise.all(
    windowsOf(nip).map(
      async (window) => [window.name, await limits.read(window, nip, now)] as const,
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
 * Forgets the failures and counts of a number, so that its holder may try again. Cognito's own lock of at most 15 minutes ends
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
    person: { id, nip },
    by,
    reason,
  }: {
    readonly person: { readonly id: EmployeeId; readonly nip: Nip };
    /** Who decides it. */
    readonly by: Actor;
    readonly reason: string;
  },
): Promise<void> {
  const now = clock.now();
  await accountHistory.note({
    employeeId: id,
    action: "account-unlocked",
    actor: by,
    at: now,
    reason,
  });
  if (await lockouts.find(nip)) await lockouts.clear(nip);
  for (const window of windowsOf(nip)) await limits.forget(window, nip, now);
}
