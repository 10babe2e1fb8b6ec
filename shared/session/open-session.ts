import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { accountIdOf } from "./account-state.ts";
import { newSecret, secretId } from "./secret.ts";
import type { Session } from "./session.ts";
import type { SessionOutcome, Sessions } from "./sessions.ts";

interface Login {
  readonly nip: Nip;
  readonly employeeId: EmployeeId;
  /** ISO instant. */
  readonly startedAt: string;
  readonly origin: Origin;
  readonly isKnownDevice: boolean;
}

/**
 * Makes a session of a login whose factors were all right. The history is told before the caller has the cookie's secret, so
 * nobody gets in untold; if that fails, the session is nobody's.
 * @returns "added", or why there is no session
 */
export async function openSession(
  {
    sessions,
    accountHistory,
    clock,
  }: {
    readonly sessions: Pick<Sessions, "add">;
    readonly accountHistory: Pick<AccountHistory, "note">;
    readonly clock: Clock;
  },
  { nip, employeeId, startedAt, origin, isKnownDevice }: Login,
): Promise<{ outcome: SessionOutcome; secret: string; session: Session }> {
  const secret = newSecret();
  const now = clock.now();
  const session: Session = {
    id: secretId(secret),
    accountId: accountIdOf(nip),
    employeeId,
    startedAt,
    lastSeenAt: now.toISOString(),
    origin,
  };
  const outcome = await sessions.add(session, now);
  if (outcome === "added")
    await accountHistory.note({
      employeeId,
      action: isKnownDevice ? "signed-in" : "signed-in-new-device",
      actor: { role: "holder", id: employeeId },
      at: now,
      origin,
    });
  return { outcome, secret, session };
}
