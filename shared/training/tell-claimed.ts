/** What a claim would change of its person's year, for the officer who decides it. */
import type { Employee } from "#shared/employee/employee.ts";
import type { AskedClaim } from "./asked-claim.ts";
import { isNumberIn } from "./external-claim.ts";
import { jpIn } from "./learning-ledger.ts";
import type { TrainingResults } from "./training-results.ts";

/** JP of the year in which it ended, without and with it. What counts already adds nothing. */
export async function tellClaimed(
  { results }: { readonly results: Pick<TrainingResults, "learnt"> },
  { number, until, jp: claimed }: Pick<AskedClaim, "number" | "until" | "jp">,
  { id }: Pick<Employee, "id">,
) {
  const entries = await results.learnt(id);
  const year = Number(until.slice(0, 4));
  const jp = jpIn(entries, year);
  const after = isNumberIn(number, entries) ? jp : jp + claimed;
  return { year, jp, after };
}
