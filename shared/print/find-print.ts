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
  const isOwn = print?.officerId === by.employeeId && reaches(by, print);
  if (!isOwn || isOver(print, clock.now())) throw new NotFound("No such print.");
  return print;
}
