/** Where things lie in the one LevelDB. */
import type { KeyRange } from "./dynalite.ts";

/** Above every key: keys are ASCII. */
export const end = "\x7f";

/** A range of a table's or index's own keys as a range of LevelDB's keys. */
export function within(prefix: string, { gt, gte, lt, lte, limit, reverse }: KeyRange): KeyRange {
  return {
    ...(gt === undefined ? { gte: prefix + (gte ?? "") } : { gt: prefix + gt }),
    ...(lte === undefined ? { lt: prefix + (lt ?? end) } : { lte: prefix + lte }),
    limit: limit ?? -1,
    reverse: reverse ?? false,
  };
}

// Names of tables and indexes have no "~".
export function itemPrefix(table: string): string {
  return `${table}~item~`;
}

export function indexPrefix(table: string, index: string): string {
  return `${table}~index~${index}~`;
}
