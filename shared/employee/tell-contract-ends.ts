import type { Clock } from "#shared/runtime/clock.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { cardStatus, type Employee, savedStatus } from "./employee.ts";
import type { WritableEmployees } from "./employees.ts";
import { confirmStatus } from "./revision.ts";

/** How many days back it looks, so that a week of missed runs loses nobody. */
const daysBack = 7;

/**
 * Tells that contracts ended whose last day has passed. The card died at midnight by itself (`cardStatus` reads the clock);
 * this saves the record as it is, once, so that history, holder and lists hear of it. It decides nothing: a kedudukan
 * hukum is only ever written by a person, and a longer contract alone brings the card back.
 * @returns how many records were told of
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

/** @returns false when there is nothing new to tell: the last save knew it already, whoever made it */
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
    // Someone changed the record meanwhile; their save told of the end, or tomorrow's run looks again.
    if (error instanceof Conflict) return false;
    throw error;
  }
}
