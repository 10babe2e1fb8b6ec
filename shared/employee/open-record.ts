import type { Officer } from "#shared/access/scope.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import type { Employees } from "./employees.ts";
import { findOwn } from "./find-own.ts";

export interface OpenRecord {
  readonly employees: Pick<Employees, "find">;
  readonly history: Pick<AuditTrail, "noteReading">;
  readonly clock: Clock;
}

/**
 * An officer opens a record of the own instansi or units. The reading is written to the history first; if that fails, the record
 * is not shown.
 * @throws NotFound (unknown, or another instansi's or unit's)
 */
export async function openRecord(
  { employees, history, clock }: OpenRecord,
  { id, by }: { readonly id: EmployeeId; readonly by: Officer },
): Promise<Employee> {
  const employee = await findOwn(employees, id, by);
  await noteOpened({ history, clock }, employee, by);
  return employee;
}

/** Notes that somebody reads what a record says. */
export async function noteOpened(
  { history, clock }: Pick<OpenRecord, "history" | "clock">,
  { id: subjectId }: Pick<Employee, "id">,
  by: Pick<Officer, "employeeId">,
): Promise<void> {
  await history.noteReading({
    ...{ subjectId, at: clock.now().toISOString(), purpose: "record-read" },
    actor: { role: "officer", id: by.employeeId },
  });
}
