import type { Role } from "#shared/access/role.ts";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import type { Zone } from "#shared/runtime/zone.ts";
import type { SessionAnswer } from "./login-answers.ts";
import { endsOf, type Session } from "./session.ts";

/** What a page is told about its session. @param roles that count now @param zone of the agency */
export function describeSession(
  session: Session,
  employee: Employee,
  {
    roles,
    zone,
    now,
  }: { readonly roles: readonly Role[]; readonly zone: Zone; readonly now: Date },
): SessionAnswer {
  const { idleEndsAt, endsAt } = endsOf(session);
  return {
    person: employee.id,
    roles,
    displayName: fullName(employee),
    instansi: employee.instansi,
    zone,
    serverTime: now.toISOString(),
    idleEndsAt: idleEndsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}
