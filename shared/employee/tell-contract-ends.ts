import type { Clock } from "#shared/runtime/clock.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { cardStatus, type Employee, savedStatus } from "./employee.ts";
import type { WritableEmployees } from "./employees.ts";
import { confirmStatus } from "./revision.ts";

/** How many days back it looks, so that a week of missed runs loses nobody. */
const daysBack = 7;
/** What a run reports at most: some minutes' work at the table's ceiling of writes. The night has many runs. */
const mostInARun = 20_000;
/** Records at the same time. */
const sideBySide = 20;

/**
 * Reports contracts whose last day has passed. The card ended at midnight by itself (`cardStatus` reads the clock). This saves
 * the record once without another change, so that history, holder and lists get the new status. It decides nothing: only a
 * person writes a kedudukan hukum, and a longer contract makes the card valid again.
 *
 * What was reported is told by the index's own copy of the record, so a run reads only records that are open. A copy is a
 * moment old at most: then the record is read once too often, or reported by the next run.
 * @returns how many records were reported
 */
export async function tellContractEnds({
  employees,
  clock,
  most = mostInARun,
}: {
  employees: Pick<WritableEmployees, "find" | "save" | "contractsEndingOn">;
  clock: Clock;
  most?: number;
}): Promise<number> {
  const now = clock.now();
  let told = 0;
  let waiting: Employee[] = [];
  const tellWaiting = async () => {
    const answers = await Promise.all(waiting.map((copy) => tell(employees, copy, now)));
    told += answers.filter(Boolean).length;
    waiting = [];
  };
  for await (const copy of openContracts(employees, now)) {
    waiting.push(copy);
    if (waiting.length >= sideBySide) await tellWaiting();
    if (told >= most) return told;
  }
  await tellWaiting();
  return told;
}

/** Copies of records whose contract is over, and of which nobody was told, those of yesterday first. */
async function* openContracts(
  employees: Pick<WritableEmployees, "contractsEndingOn">,
  now: Date,
): AsyncGenerator<Employee> {
  for (let back = 1; back <= daysBack; back++) {
    const day = jakartaDay(new Date(now.getTime() - back * 86_400_000));
    for await (const copy of employees.contractsEndingOn(day))
      if (savedStatus(copy) !== cardStatus(copy, now)) yield copy;
  }
}

/** @returns false when the newest record has another last day, or nothing to report */
async function tell(
  employees: Pick<WritableEmployees, "find" | "save">,
  { id, contractEnd }: Employee,
  now: Date,
): Promise<boolean> {
  const employee = await employees.find(id);
  if (!employee || employee.contractEnd !== contractEnd) return false;
  return tellEnd(employees, employee, now);
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
