import type { Clock } from "./clock.ts";
import { errorFields, logger } from "./logger.ts";

/** The time that a part of a job has. */
export interface Turn {
  readonly clock: Clock;
  /** From then on it begins nothing: the next run goes on. Absent: it ends what it found. */
  readonly until?: Date;
}

/**
 * Works through what a part of a job found, one after the other. One that fails is named in the log and keeps none of the others waiting.
 * @param idOf an id of ours; nothing about a person
 * @throws what the first one failed with, once all were tried
 */
export async function eachOf<Item>(
  { clock, until }: Turn,
  {
    part,
    items,
    idOf,
  }: {
    readonly part: string;
    readonly items: readonly Item[];
    readonly idOf: (item: Item) => string;
  },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const [done, item] of items.entries()) {
    if (until && clock.now() >= until) {
      logger.warn("job.cut-short", { part, left: items.length - done });
      break;
    }
    try {
      await work(item);
    } catch (error) {
      logger.error("job.item-failed", { part, id: idOf(item), ...errorFields(error) });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
