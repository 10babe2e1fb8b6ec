import type { Officer } from "#shared/employee/change-employee.ts";
import type { ApiEvent } from "#shared/http/routes.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { requireRole, requireSession } from "#shared/session/require-session.ts";
import type { SessionTable } from "#shared/session/session-table.ts";

export interface Sessions {
  readonly sessions: Pick<SessionTable, "find" | "touch">;
  readonly clock: Clock;
}

/** The officer who asks. @throws Unauthenticated, Forbidden */
export async function officerOf(api: Sessions, event: ApiEvent): Promise<Officer> {
  const principal = await requireSession(api, event);
  requireRole(principal, "officer");
  return principal;
}
