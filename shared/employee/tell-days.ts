import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { isThrottling } from "#shared/runtime/throttling.ts";
import { dayIn, zones } from "#shared/runtime/zone.ts";
import { cardStatus, type EmployeeId, savedStatus } from "./employee.ts";
import type { WritableEmployees } from "./employees.ts";
import { confirmStatus } from "./revision.ts";

/** How many days back it looks, so that a week of missed runs loses nobody. */
const daysBack = 7;
/** What a run reports at most: some minutes' work at the table's ceiling of writes. The night has many runs. */
const mostInARun = 20_000;
/** How long a run begins new work, milliseconds; decrees have had two of its four minutes. */
const longestRunMs = 60_000;
/** Records at the same time. */
const sideBySide = 20;

/**
 * Reports contracts whose last day has passed, and appointments whose first day has come (K-32). The card ended, or began, at the midnight of its agency's zone by
 * itself (`cardStatus` reads the clock). This saves the record once without another change, so that history, holder and lists get the new
 * status, and a card that begins is drawn. It decides nothing: only a
 * person writes a kedudukan hukum, and a longer contract makes the card valid again.
 *
 * What was reported is told by the index's own copy of the record, so a run reads only records that are open. A copy is a
 * moment old at most: then the record is read once too often, or reported by the next run.
 * @returns how many records were reported
 */
export async function tellDays({
  employees,
  clock,
  most = mostInARun,
}: {
  employees: Pick<WritableEmployees, "find" | "save" | "contractsEndingOn" | "startingOn">;
  clock: Clock;
  most?: number;
}): Promise<number> {
  const now = clock.now();
  let told = 0;
  let waiting: EmployeeId[] = [];
  let isBusy = false;
  const tellWaiting = async () => {
    const answers = await Promise.all(waiting.map((id) => tell(employees, id, now)));
    told += answers.filter((answer) => answer === "told").length;
    isBusy ||= answers.includes("busy");
    waiting = [];
  };
  const isOver = () => isBusy || clock.now().getTime() - now.getTime() > longestRunMs;
  for await (const id of dueRecords(employees, now)) {
    waiting.push(id);
    if (waiting.length >= sideBySide) await tellWaiting();
    if (told >= most || isOver()) return told;
  }
  await tellWaiting();
  return told;
}

/** Records of whose day nobody was told, contracts first, those of the newest day first. */
async function* dueRecords(
  employees: Pick<WritableEmployees, "contractsEndingOn" | "startingOn">,
  now: Date,
): AsyncGenerator<EmployeeId> {
  const before = (back: number) => new Date(now.getTime() - back * 86_400_000);
  // A day ends in the easternmost zone first; a copy of another zone whose day is not over has its status still.
  for (let back = 1; back <= daysBack + 1; back++)
    for await (const copy of employees.contractsEndingOn(dayIn("WIT", before(back))))
      if (savedStatus(copy) !== cardStatus(copy, now)) yield copy.id;
  for (let back = 0; back < daysBack; back++)
    for (const zone of zones) yield* employees.startingOn(dayIn(zone, before(back)), zone);
}

/**
 * @returns "none" when there is nothing to report of the newest record: a save had the status already, or it has another day now; "busy" when
 * the table has no capacity: the next run reports it
 */
async function tell(
  employees: Pick<WritableEmployees, "find" | "save">,
  id: EmployeeId,
  at: Date,
): Promise<"told" | "none" | "busy"> {
  const employee = await employees.find(id);
  if (!employee) return "none";
  const status = cardStatus(employee, at);
  if (savedStatus(employee) === status) return "none";
  const action = status === "ended" ? "contract-ended" : "appointment-begun";
  try {
    await employees.save(confirmStatus(employee, { at, actor: { role: "system" }, action }));
    return "told";
  } catch (error) {
    // Someone changed the record in the meantime: their save reported the day, or the run of tomorrow does.
    if (error instanceof Conflict) return "none";
    if (isThrottling(error)) return "busy";
    throw error;
  }
}
