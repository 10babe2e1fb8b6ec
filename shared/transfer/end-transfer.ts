import { keptReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { findArriving } from "./ask-arrival.ts";
import { endOf, linesOfEnd } from "./decide-arrival.ts";
import { isOpen, type Transfer } from "./transfer.ts";
import type { Transfers } from "./transfers.ts";

interface EndTransfer {
  readonly transfers: Pick<Transfers, "find" | "save">;
  readonly clock: Clock;
}

/**
 * A petugas of the agency that released somebody takes it back. One is enough, because nothing changes by it.
 * @param request.person in the officer's scope, and not the officer's own record
 * @throws InvalidInput on `reason`; Conflict `transfer-over`
 */
export async function withdrawTransfer(
  dependencies: EndTransfer,
  { person, reason }: { readonly person: Employee; readonly reason: string },
): Promise<Transfer> {
  const kept = keptReason(reason);
  const seen = await dependencies.transfers.find(person.id);
  const isOurs = seen?.from === person.instansiId && isOpen(seen, dependencies.clock.now());
  if (!isOurs) throw new Conflict("transfer-over");
  return await end(dependencies, seen, "withdrawn", kept);
}

/**
 * A petugas of the other agency gives somebody back. @throws InvalidInput on `reason`; as findArriving
 */
export async function returnTransfer(
  dependencies: EndTransfer & { readonly employees: Pick<Employees, "find"> },
  { id, by, reason }: { readonly id: EmployeeId; readonly by: Officer; readonly reason: string },
): Promise<Transfer> {
  const kept = keptReason(reason);
  const { transfer } = await findArriving(dependencies, id, by);
  return await end(dependencies, transfer, "returned", kept);
}

async function end(
  { transfers, clock }: EndTransfer,
  seen: Transfer,
  ending: "withdrawn" | "returned",
  reason: string,
): Promise<Transfer> {
  const at = clock.now();
  const next = endOf(seen, { ending, at, reason });
  await transfers.save(next, linesOfEnd(seen, at));
  return next;
}
