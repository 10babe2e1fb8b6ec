import type { Employee } from "#shared/employee/employee.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import type { PhotoQueue } from "#shared/photo/photo-queue.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { CardTable } from "./card-table.ts";
import { contentHash } from "./content-hash.ts";
import { canHoldCard } from "./issue-card.ts";
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
/** How far back it looks; older ones had hundreds of chances, and an alarm tells of them. */
const days = 2;

/**
 * Repairs what a dead Lambda left behind, from the record alone: cards that do not show their record, and uploads
 * that nobody judged. It only asks again; the renderer and the judge do the work, as always.
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
      if (await isShown(collaborators.cards, employee, now)) continue;
      await collaborators.redrawQueue.send(employee.id);
      redraws++;
    }
  }
  let uploads = 0;
  for await (const upload of collaborators.uploads.incomingBefore(before)) {
    await collaborators.photoQueue.send(upload);
    uploads++;
  }
  return { redraws, uploads };
}

async function isShown(
  cards: Pick<CardTable, "find">,
  employee: Employee,
  now: Date,
): Promise<boolean> {
  if (!canHoldCard(employee, now)) return true;
  return (await cards.find(employee.id))?.contentHash === contentHash(employee);
}
