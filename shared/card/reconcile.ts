import type { Employee } from "#shared/employee/employee.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import type { PhotoQueue } from "#shared/photo/photo-queue.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { canHoldCard } from "./can-hold-card.ts";
import type { CardTable } from "./card-table.ts";
import { contentHash } from "./content-hash.ts";
import type { RedrawQueue } from "./redraw-queue.ts";

export interface Reconcile {
  readonly employees: Pick<EmployeeTable, "cardChangesOf">;
  readonly cards: Pick<CardTable, "find">;
  readonly uploads: Pick<PhotoBucket, "incomingBefore">;
  readonly photoQueue: Pick<PhotoQueue, "send">;
  readonly redrawQueue: Pick<RedrawQueue, "send">;
  readonly clock: Clock;
}

const minute = 60_000;
/** Younger changes are still on their ordinary way. */
const patience = 2 * minute;
/** How far back it looks; older ones had their chances, and an alarm tells of them. */
const days = 2;
/** Longer than from one run to the next, so that a late run leaves nobody out. */
const lookBack = 6 * minute;
const hour = 60 * minute;

/**
 * Repairs what a dead Lambda left behind, from the record alone: cards that do not show their record, and uploads
 * that nobody validated. It only asks again; the renderer and the photo intake do the work, as always. What fails whenever it is tried
 * is asked for after 2, 4, 8 … minutes and then each hour: some fifty times in all, not at every run.
 */
export async function reconcile(
  collaborators: Reconcile,
): Promise<{ redraws: number; uploads: number }> {
  const now = collaborators.clock.now();
  const before = new Date(now.getTime() - patience);
  let redraws = 0;
  for (let back = 0; back < days; back++) {
    const day = new Date(now.getTime() - back * 1440 * minute).toISOString().slice(0, 10);
    for await (const employee of collaborators.employees.cardChangesOf(day, before)) {
      if (!isDue(Date.parse(employee.cardChangedAt), now)) continue;
      if (await isShown(collaborators.cards, employee, now)) continue;
      await collaborators.redrawQueue.send(employee.id);
      redraws++;
    }
  }
  let uploads = 0;
  for await (const upload of collaborators.uploads.incomingBefore(before)) {
    if (!isDue(upload.uploadedAt.getTime(), now)) continue;
    await collaborators.photoQueue.send(upload);
    uploads++;
  }
  return { redraws, uploads };
}

function isDue(since: number, now: Date): boolean {
  const age = now.getTime() - since;
  return asksBy(age) > asksBy(age - lookBack);
}

/** How often somebody is to have been asked for what has waited so long. */
function asksBy(age: number): number {
  if (age < patience) return 0;
  if (age < hour) return Math.floor(Math.log2(age / patience)) + 1;
  return Math.floor(Math.log2(hour / patience)) + 1 + Math.floor((age - patience) / hour);
}

async function isShown(
  cards: Pick<CardTable, "find">,
  employee: Employee,
  now: Date,
): Promise<boolean> {
  if (!canHoldCard(employee, now)) return true;
  return (await cards.find(employee.id))?.contentHash === contentHash(employee);
}
