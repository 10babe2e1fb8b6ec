import type { Actor } from "#shared/audit/audit-entry.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import { keptChange, problemsOfRecord } from "./employee-rules.ts";
import type { WritableEmployees } from "./employees.ts";
import type { Nip } from "./nip.ts";

/** What an import knows of a civil servant. */
export type NewEmployee = Omit<
  Employee,
  | "id"
  | "revision"
  | "updatedAt"
  | "cardChangedAt"
  | "sessionsFrom"
  | "photoId"
  | "photoDigest"
  | "smallPhotoDigest"
  | "qrGeneration"
>;

export interface NewAccount {
  readonly nip: Nip;
  readonly email: string;
  readonly employeeId: EmployeeId;
  readonly instansiId: string;
}

/** The accounts. Creating one that exists changes nothing. */
export interface NewAccounts {
  createAccount(account: NewAccount): Promise<void>;
}

/**
 * Adds a civil servant: first the record, then the account. Nobody has a password for it until its holder makes a reset
 * (C-03). Registering the same NIP again finishes an interrupted import.
 * @returns the record's id
 * @throws InvalidInput by the same rules as for changes, so that every record can be read later; Conflict `email-taken`
 */
export async function registerEmployee(
  {
    employees,
    accounts,
    clock,
  }: {
    employees: Pick<WritableEmployees, "add" | "findByNip">;
    accounts: NewAccounts;
    clock: Clock;
  },
  { employee, by, id = newId("emp") }: { employee: NewEmployee; by: Actor; id?: EmployeeId },
): Promise<EmployeeId> {
  const problems = problemsOfRecord(employee);
  if (problems.length > 0) throw new InvalidInput(...problems);
  const at = clock.now().toISOString();
  const record: Employee = {
    ...employee,
    ...keptChange(employee),
    id,
    qrGeneration: 1,
    revision: 1,
    updatedAt: at,
    cardChangedAt: at,
  };
  const registered = await addOrFind(employees, record, by);
  await accounts.createAccount({
    nip: registered.nip,
    email: registered.email,
    employeeId: registered.id,
    instansiId: registered.instansiId,
  });
  return registered.id;
}

async function addOrFind(
  employees: Pick<WritableEmployees, "add" | "findByNip">,
  record: Employee,
  by: Actor,
): Promise<Employee> {
  try {
    await employees.add(record, {
      subjectId: record.id,
      revision: 1,
      at: record.updatedAt,
      actor: by,
      action: "registered",
      changes: [],
    });
    return record;
  } catch (error) {
    const known = error instanceof Conflict ? await employees.findByNip(record.nip) : undefined;
    if (known) return known;
    throw error;
  }
}
