import type { Clock } from "#shared/runtime/clock.ts";
import { type BulkId, type BulkKinds, BulkMissing, type BulkSteps, type Bulks } from "./bulk.ts";

export interface DoStep {
  readonly bulks: Pick<Bulks, "find" | "move" | "stop">;
  readonly steps: BulkSteps;
  readonly kinds: BulkKinds;
  readonly clock: Clock;
}

/** "over": it does not run (any more); "raced": another worker has done the same step. */
export type StepOutcome = "moved" | "done" | "over" | "raced" | "missing";

/**
 * Does the next step of bulk work and asks for the one behind it. A worker that dies anywhere leaves nothing wrong: its message
 * comes again, the step is done again and changes nothing twice.
 */
export async function doStep(
  { bulks, steps, kinds, clock }: DoStep,
  id: BulkId,
): Promise<StepOutcome> {
  const bulk = await bulks.find(id);
  if (bulk?.state !== "running") return await ended({ bulks, kinds }, id, "over");
  try {
    const stepped = await kinds[bulk.kind].step(bulk);
    if (!(await bulks.move(bulk, stepped, clock.now()))) return "raced";
    if (stepped.next === undefined) return await ended({ bulks, kinds }, id, "done");
  } catch (error) {
    if (!(error instanceof BulkMissing)) throw error;
    await bulks.stop(id, { why: "missing", at: clock.now() });
    return await ended({ bulks, kinds }, id, "missing");
  }
  await steps.send(id);
  return "moved";
}

/** Does what is left to do. Whoever dies before it gets the message again, and finds the work over. */
async function ended(
  { bulks, kinds }: Pick<DoStep, "bulks" | "kinds">,
  id: BulkId,
  outcome: StepOutcome,
): Promise<StepOutcome> {
  const bulk = await bulks.find(id);
  if (bulk) await kinds[bulk.kind].end?.(bulk);
  return outcome;
}

export interface RepairBulks {
  readonly bulks: Pick<Bulks, "due" | "postpone" | "stop">;
  readonly bulkSteps: BulkSteps;
  /** Told of each that is given up. */
  readonly onBulkGivenUp: (id: BulkId) => void;
  readonly clock: Clock;
}

/** What runs at the same time in all agencies, and more. */
const mostDue = 100;
const dayMs = 86_400_000;
/** How long one that does not move is asked for, milliseconds. */
const giveUpMs = dayMs;
const retryMs = 300_000;

/** Asks again for steps whose message or worker is lost; one that has not moved for a day is stopped. It may run twice at once. */
export async function repairBulks({
  bulks,
  bulkSteps,
  onBulkGivenUp,
  clock,
}: RepairBulks): Promise<{ bulks: number }> {
  const now = clock.now();
  const due = await bulks.due(now, mostDue);
  let asked = 0;
  for (const each of due) {
    const isStuck = now.getTime() - Date.parse(each.movedAt) >= giveUpMs;
    const until = new Date(now.getTime() + retryMs);
    if (!(await (isStuck ? bulks.stop(each.id, givenUp(now)) : bulks.postpone(each, until))))
      continue;
    if (isStuck) onBulkGivenUp(each.id);
    // Of one that is given up the worker does what is left to do.
    await bulkSteps.send(each.id);
    asked += 1;
  }
  return { bulks: asked };
}

const givenUp = (at: Date) => ({ why: "given-up", at }) as const;
