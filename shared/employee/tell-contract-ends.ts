import type { Clock } from "#shared/runtime/clock.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { cardStatus, type Employee, savedStatus } from "./employee.ts";
import type { WritableEmployees } from "./employees.ts";
import { confirmStatus } from "./revision.ts";

/** How many days back it looks, so that a week of missed runs loses nobody. */
const daysBack = 7;

/**
 * Reports contracts whose last day has passed. The card ended at midnight by itself (`cardStatus` reads the clock). This saves
 * the record once without another change, so that history, holder and lists get the new status. It decides nothing: only a
 * person writes a kedudukan hukum, and a longer contract makes the card valid again.
 * @returns how many records were reported
 */
export async function tellContractEnds({
  employees,
  clock,
}: {
  employees: Pick<WritableEmployees, "find" | "save" | "contractsEndingOn">;
  clock: Clock;
}): Promise<number> {
  const now = clock.now();
  let told = 0;
  for (let back = 1; back <= daysBack; back++) {
    const day = jakartaDay(new Date(now.getTime() - back * 86_400_000));
    for await (const { id } of employees.contractsEndingOn(day)) {
      const employee = await employees.find(id);
      if (employee?.contractEnd === day && (await tellEnd(employees, employee, now))) told++;
    }
  }
  return told;
}

/** @returns false when there is nothing to report, because the last save had the status already */
async function tellEnd(
  employees: Pick<WritableEmployees, "save">,
  employee: Employee,
  at: Date,
): Promise<boolean> {
  if (savedStatus(employee) === cardStatus(employee, at)) return false;
  try {
    await employees.save(
      confirmStatus(employee, { at, actor: { role: "system" }, action: "contract-ended" }),
    );
    return true;
  } catch (error) {
    // Someone changed the record in the meantime: their save reported the end, or the run of tomorrow does.
    if (error instanceof Conflict) return false;
    throw error;
  }
}
