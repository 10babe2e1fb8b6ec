import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";

/** Ends a session at once. Cognito knows nothing of it. */
export async function signOut(
  {
    sessions,
    accountHistory,
    clock,
  }: {
    readonly sessions: Pick<Sessions, "remove">;
    readonly accountHistory: Pick<AccountHistory, "note">;
    readonly clock: Clock;
  },
  session: Session,
  origin: Origin,
): Promise<void> {
  await sessions.remove(session);
  const { employeeId } = session;
  await accountHistory.note({
    employeeId,
    action: "signed-out",
    actor: { role: "holder", id: employeeId },
    at: clock.now(),
    origin,
  });
}
