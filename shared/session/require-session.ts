import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Role } from "#shared/http/contract.ts";
import type { ApiEvent } from "#shared/http/routes.ts";
import { noteSecurity } from "#shared/http/security-log.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Forbidden, Unauthenticated } from "#shared/runtime/errors.ts";
import { readCookie } from "./cookies.ts";
import { secretId } from "./secret.ts";
import { isOver, isTouchDue, type Session } from "./session.ts";
import type { SessionTable } from "./session-table.ts";

/** Who is asking. */
export interface Principal {
  readonly sessionId: string;
  readonly employeeId: EmployeeId;
  readonly instansiId: string;
  readonly roles: readonly Role[];
}

interface Collaborators {
  readonly sessions: Pick<SessionTable, "find" | "touch">;
  readonly clock: Clock;
}

/**
 * The principal of a request: one read, at most one write a minute, no call to Cognito.
 * @throws Unauthenticated `session-ended`, also when there never was one
 */
export async function requireSession(
  collaborators: Collaborators,
  event: ApiEvent,
): Promise<Principal> {
  const session = await findSession(collaborators, event);
  if (!session) throw new Unauthenticated();
  const { id, employeeId, instansiId, roles } = session;
  return { sessionId: id, employeeId, instansiId, roles };
}

/** @throws Forbidden */
export function requireRole({ roles }: Pick<Principal, "roles">, role: Role): void {
  if (!roles.includes(role)) throw new Forbidden();
}

/** The whole session, for the routes that are about it; undefined when there is none or it is over. */
export async function findSession(
  { sessions, clock }: Collaborators,
  event: ApiEvent,
): Promise<Session | undefined> {
  const secret = readCookie("session", event);
  const session = secret ? await sessions.find(secretId(secret)) : undefined;
  const now = clock.now();
  if (!session || isOver(session, now)) return undefined;
  noteSecurity(event, { actor: session.employeeId });
  if (!isTouchDue(session, now)) return session;
  await sessions.touch(session.id, now);
  return { ...session, lastSeenAt: now.toISOString() };
}
