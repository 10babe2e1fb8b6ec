import type { WritableEmployees } from "#shared/employee/employees.ts";
import type { Revision } from "#shared/employee/revision.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Move, Requests } from "./requests.ts";

interface SaveApproved {
  readonly employees: Pick<WritableEmployees, "save">;
  readonly requests: Pick<Requests, "saving">;
}

/** What the save may meet that somebody else was faster with, and what the decider is told then. */
interface Raced {
  readonly by: readonly string[];
  readonly told: "request-outdated" | "decision-raced";
}

/**
 * Saves the record that an approved request changes and the end of the request, in one transaction.
 * @throws Conflict `raced.told`; others as `employees.save` and `requests.saving`
 */
export async function saveApproved(
  { employees, requests }: SaveApproved,
  move: Move,
  next: Revision,
  raced: Raced = { by: ["record-changed"], told: "request-outdated" },
): Promise<void> {
  try {
    await employees.save(next, undefined, ...requests.saving(move));
  } catch (error) {
    const isRaced = error instanceof Conflict && raced.by.includes(error.code);
    throw isRaced ? new Conflict(raced.told) : error;
  }
}
