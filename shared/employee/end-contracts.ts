import type { Clock } from "#shared/runtime/clock.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Employee } from "./employee.ts";
import { statusOf } from "./kedudukan-hukum.ts";
import { revise } from "./revision.ts";
import type { WritableEmployeeTable } from "./writable-employee-table.ts";

/** "Pemberhentian tanpa hak pensiun": how a PPPK's employment ends with the contract. */
const contractEnded = "77";
/** How many days back it looks, so that a week of missed runs loses nobody. */
const daysBack = 7;

/**
 * Writes the end of contracts into the records whose last day has passed. The card died at midnight by itself
 * (`cardStatus` reads the clock); this makes the record say so, which tells the holder. Running twice changes once.
 * @returns how many records were ended
 */
export async function endContracts({
  employees,
  clock,
}: {
  employees: Pick<WritableEmployeeTable, "find" | "save" | "contractsEndingOn">;
  clock: Clock;
}): Promise<number> {
  const now = clock.now();
  let ended = 0;
  for (let back = 1; back <= daysBack; back++) {
    const day = jakartaDay(new Date(now.getTime() - back * 86_400_000));
    for await (const { id } of employees.contractsEndingOn(day)) {
      const employee = await employees.find(id);
      if (employee && (await endContract(employees, employee, day, now))) ended++;
    }
  }
  return ended;
}

async function endContract(
  employees: Pick<WritableEmployeeTable, "save">,
  employee: Employee,
  day: string,
  at: Date,
): Promise<boolean> {
  if (employee.contractEnd !== day || statusOf(employee.kedudukanHukum) === "ended") return false;
  const next = revise(
    employee,
    { kedudukanHukum: contractEnded },
    { at, actor: { role: "system" }, action: "contract-ended" },
  );
  try {
    if (next) await employees.save(next);
    return true;
  } catch (error) {
    // Someone changed the record meanwhile; tomorrow's run looks again.
    if (error instanceof Conflict) return false;
    throw error;
  }
}
