import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import { type EmployeeChange, problemsOf } from "./employee-rules.ts";
import { kedudukanHukumName } from "./kedudukan-hukum.ts";
import { type Revision, revise } from "./revision.ts";
import type { WritableEmployeeTable } from "./writable-employee-table.ts";

/** The officer who changes a record: of the employee's own instansi, or nobody. */
export interface Officer {
  readonly employeeId: EmployeeId;
  readonly instansiId: string;
}

interface Collaborators {
  readonly employees: Pick<WritableEmployeeTable, "find" | "save" | "revisionOf">;
  readonly clock: Clock;
}

interface Request {
  readonly id: EmployeeId;
  /** The revision the officer saw. */
  readonly revision: number;
  /** Made by the client: the same request twice changes once. */
  readonly requestId: string;
  readonly reason: string;
  readonly by: Officer;
}

/**
 * An officer changes a record, with a reason. Saving draws a new card when the change shows on it (see card-renderer).
 * @returns the record afterwards
 * @throws InvalidInput, NotFound (unknown, or another instansi's), Forbidden `own-record`, Conflict `record-changed`, `email-taken`
 */
export async function changeEmployee(
  collaborators: Collaborators,
  request: Request & { readonly changes: EmployeeChange },
): Promise<Employee> {
  return saveOnce(collaborators, request, (employee) => {
    const problems = problemsOf(request.changes, employee.kind);
    if (problems.length > 0) throw new InvalidInput(...problems);
    return { change: cleaned(request.changes), action: "changed" };
  });
}

/**
 * An officer gives an employee another kedudukan hukum; some suspend the card, some end it (K-30, K-31).
 * @throws InvalidInput `kedudukan-hukum-unknown`, and as changeEmployee
 */
export async function changeStatus(
  collaborators: Collaborators,
  request: Request & { readonly kedudukanHukum: string },
): Promise<Employee> {
  const { kedudukanHukum } = request;
  return saveOnce(collaborators, request, () => {
    if (!kedudukanHukumName(kedudukanHukum)) {
      throw new InvalidInput({ field: "kedudukanHukum", code: "kedudukan-hukum-unknown" });
    }
    return { change: { kedudukanHukum }, action: "status-changed" };
  });
}

/**
 * An officer replaces the QR of a card that was lost or copied: the next one's token is new and never returns, and the old
 * one answers «diganti».
 * @throws as changeEmployee
 */
export async function replaceQr(collaborators: Collaborators, request: Request): Promise<Employee> {
  return saveOnce(collaborators, request, ({ qrGeneration }) => ({
    change: { qrGeneration: qrGeneration + 1 },
    action: "qr-replaced",
  }));
}

/** @returns the record, or NotFound when it is not this officer's to see. */
export async function findOwn(
  employees: Pick<WritableEmployeeTable, "find">,
  id: EmployeeId,
  { instansiId }: Officer,
): Promise<Employee> {
  const employee = await employees.find(id);
  if (employee?.instansiId !== instansiId) throw new NotFound("No such employee.");
  return employee;
}

async function saveOnce(
  { employees, clock }: Collaborators,
  { id, revision, requestId, reason, by }: Request,
  decide: (employee: Employee) => { change: Parameters<typeof revise>[1]; action: string },
): Promise<Employee> {
  const employee = await findOwn(employees, id, by);
  // Nobody promotes, reinstates or renames oneself: a colleague of the same instansi does (threat 21).
  if (id === by.employeeId) throw new Forbidden("own-record");
  if (reason.trim() === "") throw new InvalidInput({ field: "reason", code: "required" });
  if (employee.revision !== revision) {
    if ((await employees.revisionOf(requestId)) !== undefined) return employee;
    throw new Conflict("record-changed");
  }
  const { change, action } = decide(employee);
  const actor = { role: "officer", id: by.employeeId } as const;
  const next = revise(employee, change, { at: clock.now(), actor, action, reason: reason.trim() });
  if (!next) throw new InvalidInput({ field: "changes", code: "nothing-changed" });
  return save(employees, next, requestId);
}

async function save(
  employees: Collaborators["employees"],
  next: Revision,
  requestId: string,
): Promise<Employee> {
  try {
    await employees.save(next, requestId);
    return next.after;
  } catch (error) {
    const repeated = error instanceof Conflict && error.code === "request-repeated";
    const now = repeated ? await employees.find(next.after.id) : undefined;
    if (now) return now;
    throw error;
  }
}

/** Trimmed; an emptied optional field is a field that is not there. */
function cleaned(changes: EmployeeChange): Partial<Employee> {
  return Object.fromEntries(
    Object.entries(changes).map(([field, text]) => [field, text.trim() || undefined]),
  );
}
