import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { UploadsToValidate } from "#shared/photo/upload.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { canHoldCard } from "./can-hold-card.ts";
import type { Cards } from "./card.ts";
import { contentHash } from "./content-hash.ts";
import type { Redraws } from "./redraws.ts";

export interface Reconcile {
  readonly employees: Pick<Employees, "cardChangesOf">;
  readonly cards: Pick<Cards, "find">;
  readonly uploads: Pick<PhotoFiles, "incomingBefore">;
  readonly photoQueue: Pick<UploadsToValidate, "send">;
  readonly redrawQueue: Pick<Redraws, "send">;
  readonly clock: Clock;
}

const minute = 60_000;
/** Changes younger than this may still be in the ordinary queue. */
const patience = 2 * minute;
/** How far back it looks, days. Older ones were tried often enough, and an alarm reports them. */
const days = 2;
/** Longer than the time between two runs, so that a late run leaves out nobody. */
const lookBack = 6 * minute;
const hour = 60 * minute;

/**
 * Finds what a dead Lambda left undone: cards that do not show their record, and uploads that nobody validated. It only sends
 * them to their queues again; the renderer and the photo intake do the work. What fails each time is sent after 2, 4, 8 …
 * minutes and then each hour: some fifty times in all, not at every run.
 */
export async function reconcile(
  dependencies: Reconcile,
): Promise<{ redraws: number; uploads: number }> {
  const now = dependencies.clock.now();
  const before = new Date(now.getTime() - patience);
  let redraws = 0;
  for (let back = 0; back < days; back++) {
    const day = new Date(now.getTime() - back * 1440 * minute).toISOString().slice(0, 10);
    for await (const employee of dependencies.employees.cardChangesOf(day, before)) {
      if (!isDue(Date.parse(employee.cardChangedAt), now)) continue;
      if (await isShown(dependencies.cards, employee, now)) continue;
      await dependencies.redrawQueue.send(employee.id);
      redraws++;
    }
  }
  let uploads = 0;
  for await (const upload of dependencies.uploads.incomingBefore(before)) {
    if (!isDue(upload.uploadedAt.getTime(), now)) continue;
    await dependencies.photoQueue.send(upload);
    uploads++;
  }
  return { redraws, uploads };
}

function isDue(since: number, now: Date): boolean {
  const age = now.getTime() - since;
  return asksBy(age) > asksBy(age - lookBack);
}

/** How often something that has waited for so long should have been asked for by now. */
function asksBy(age: number): number {
  if (age < patience) return 0;
  if (age < hour) return Math.floor(Math.log2(age / patience)) + 1;
  return Math.floor(Math.log2(hour / patience)) + 1 + Math.floor((age - patience) / hour);
}

async function isShown(
  cards: Pick<Cards, "find">,
  employee: Employee,
  now: Date,
): Promise<boolean> {
  if (!canHoldCard(employee, now)) return true;
  return (await cards.find(employee.id))?.contentHash === contentHash(employee);
}
