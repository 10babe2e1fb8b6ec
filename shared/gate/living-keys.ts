import { cardStatus, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { isVoid } from "#shared/session/account-state.ts";
import { endsOf, type Session } from "#shared/session/session.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import type { PresenceKey } from "./presence-keys.ts";

export interface AskKeys {
  readonly sessions: Pick<Sessions, "find">;
  readonly employees: Pick<Employees, "findAll">;
  readonly clock: Clock;
}

export interface LivingKey {
  readonly key: PresenceKey;
  readonly employee: Employee;
}

/** Enough to hide their way; a page has a hundred. */
const atOnce = 20;

/**
 * The keys that count now: their sessions were not ended, and their people work in the agency. That a session was idle ends no key: a phone in
 * a pocket asks nothing.
 */
export async function livingKeys(
  { sessions, employees, clock }: AskKeys,
  keys: readonly PresenceKey[],
): Promise<ReadonlyMap<EmployeeId, LivingKey>> {
  const now = clock.now();
  const [records, found] = await Promise.all([
    employees.findAll(keys.map(({ person }) => person)),
    sideBySide(keys, ({ sessionId }) => sessions.find(sessionId), atOnce),
  ]);
  return new Map(
    keys.flatMap((key, i) => {
      const employee = records.get(key.person);
      const counts = employee && isTheirs(key, employee, now) && isOn(found[i], employee, now);
      return counts ? [[key.person, { key, employee }] as const] : [];
    }),
  );
}

const isTheirs = ({ instansiId }: PresenceKey, employee: Employee, now: Date): boolean =>
  employee.instansiId === instansiId && cardStatus(employee, now) === "active";

const isOn = (session: Session | undefined, employee: Employee, now: Date): boolean =>
  session?.employeeId === employee.id &&
  now < endsOf(session).endsAt &&
  !isVoid(session.startedAt, {}, employee);
