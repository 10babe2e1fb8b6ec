import type { Actor, AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import { keptChange, problemsOfRecord } from "./employee-rules.ts";
import type { WritableEmployees } from "./employees.ts";

/** What an import knows of a civil servant. */
export type NewEmployee = Omit<
  Employee,
  | "id"
  | "revision"
  | "registeredAt"
  | "updatedAt"
  | "cardChangedAt"
  | "sessionsFrom"
  | "photoId"
  | "photoDigest"
  | "smallPhotoDigest"
  | "qrGeneration"
>;

/** The accounts (`AccountRecords`), as far as a new record has to do with them. */
export interface NewAccounts {
  adding(owner: { readonly id: EmployeeId; readonly instansiId: string }, at: Date): JoinedWrite;
}

interface Registration {
  readonly employee: NewEmployee;
  readonly by: Actor;
  readonly id?: EmployeeId;
  /** Of what two people decided. */
  readonly told?: Pick<AuditEntry, "reason" | "approvedBy">;
}

/** A record as it begins, and its line of history. @throws InvalidInput by the rules of every record */
export function firstRevision(
  employee: NewEmployee,
  told: { readonly id: EmployeeId; readonly at: Date } & Pick<
    AuditEntry,
    "actor" | "approvedBy" | "reason"
  >,
): { readonly record: Employee; readonly entry: AuditEntry } {
  const { id, ...line } = told;
  const at = told.at.toISOString();
  const record = newRecord(employee, id, at);
  const entry: AuditEntry = {
    ...line,
    ...{ subjectId: id, revision: 1, at, changes: [] },
    action: "registered",
  };
  return { record, entry };
}

/**
 * Adds a civil servant with an account, in one transaction. Cognito hears of it when its holder first asks for a code
 * (decision 0040); until then there is nothing to sign in with (C-03). Registering the same NIP again changes nothing.
 * @returns the record's id
 * @throws InvalidInput by the same rules as for changes, so that every record can be read later; Conflict `email-taken`
 */
export async function registerEmployee(
  {
    employees,
    accountRecords,
    clock,
  }: {
    employees: Pick<WritableEmployees, "add" | "findByNip">;
    accountRecords: NewAccounts;
    clock: Clock;
  },
  { employee, by, id = newId("emp"), told = {} }: Registration,
): Promise<EmployeeId> {
  const now = clock.now();
  const { record, entry } = firstRevision(employee, { id, at: now, actor: by, ...told });
  try {
    await employees.add(record, entry, accountRecords.adding(record, now));
    return id;
  } catch (error) {
    const known = error instanceof Conflict ? await employees.findByNip(record.nip) : undefined;
    if (known) return known.id;
    throw error;
  }
}

/** @throws InvalidInput */
function newRecord(employee: NewEmployee, id: EmployeeId, at: string): Employee {
  const problems = problemsOfRecord(employee);
  if (problems.length > 0) throw new InvalidInput(...problems);
  return {
    ...employee,
    ...keptChange(employee),
    ...{ id, qrGeneration: 1, revision: 1, registeredAt: at, updatedAt: at, cardChangedAt: at },
  };
}
