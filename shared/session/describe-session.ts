import { type Employee, fullName } from "#shared/employee/employee.ts";
import type { SessionAnswer } from "#shared/http/contract.ts";
import { endsOf, type Session } from "./session.ts";

/** What the page knows of its session. */
export function describeSession(session: Session, employee: Employee, now: Date): SessionAnswer {
  const { idleEndsAt, endsAt } = endsOf(session);
  return {
    roles: session.roles,
    displayName: fullName(employee),
    instansi: employee.instansi,
    serverTime: now.toISOString(),
    idleEndsAt: idleEndsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}
