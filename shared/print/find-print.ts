import { type Officer, reaches } from "#shared/access/scope.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { isOver, type Print } from "./print.ts";
import type { PrintId } from "./print-id.ts";
import type { Prints } from "./prints.ts";

/** A print that this officer asked for. @throws NotFound (unknown, over, or another officer's: all alike) */
export async function findPrint(
  { prints, clock }: { prints: Pick<Prints, "find">; clock: Clock },
  id: PrintId,
  by: Officer,
): Promise<Print> {
  const print = await prints.find(id);
  // An officer who moved to another agency, or lost a unit, no longer gets its prints.
  const isOwn = print?.officerId === by.employeeId && reachesPrint(by, print);
  if (!isOwn || isOver(print, clock.now())) throw new NotFound("No such print.");
  return print;
}

/** Whether this officer reaches its unit; of marked people, every unit in which one of them stood. */
export function reachesPrint(
  by: Officer,
  { instansiId, unitKerja, units }: Pick<Print, "instansiId" | "unitKerja" | "units">,
): boolean {
  const all = unitKerja === undefined ? units : [unitKerja];
  return all.every((each) => reaches(by, { instansiId, unitKerja: each }));
}
