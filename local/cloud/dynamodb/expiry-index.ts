/** An index of a table's items by their end of life, so that the sweep reads only items that are due. */
import type { Item } from "./attribute-value.ts";
import type { KeyRange, LevelOperation } from "./dynalite.ts";
import { pick } from "./stream-record.ts";
import type { Table } from "./table.ts";

/** AWS takes an older time for a mistake and leaves the item. */
const fiveYearsSeconds = 5 * 365 * 24 * 60 * 60;
/** Seconds of up to twelve digits: later than the year 30000 nothing is due. */
const digits = 12;

/** @param key the item's, encoded. @returns what the change of an item does to the index */
export function expiryOperations(
  table: Table,
  key: string,
  before: Item | undefined,
  after: Item | undefined,
): LevelOperation[] {
  const old = entryKey(table, key, before);
  const now = entryKey(table, key, after);
  const names = table.description.KeySchema.map(({ AttributeName }) => AttributeName);
  return [
    ...(old !== undefined && old !== now ? [{ type: "del", key: old } as const] : []),
    ...(now !== undefined && after
      ? [{ type: "put", key: now, value: pick(after, names) } as const]
      : []),
  ];
}

/** The entries of items that are due. */
export function dueEntries(tableName: string, nowSeconds: number): KeyRange {
  const prefix = expiryPrefix(tableName);
  return {
    gte: prefix + padded(Math.max(0, nowSeconds - fiveYearsSeconds)),
    lt: prefix + padded(nowSeconds + 1),
  };
}

export function isExpired(item: Item, table: Table, nowSeconds: number): boolean {
  const at = expiryOf(item, table);
  if (at === undefined) return false;
  return nowSeconds > at && nowSeconds - at < fiveYearsSeconds;
}

// Names of tables have no "~".
export function expiryPrefix(tableName: string): string {
  return `${tableName}~expiry~`;
}

function entryKey(table: Table, key: string, item: Item | undefined): string | undefined {
  const at = item && expiryOf(item, table);
  if (at === undefined || at < 0 || at >= 10 ** digits) return undefined;
  return `${expiryPrefix(table.description.TableName)}${padded(at)}~${key}`;
}

function expiryOf(item: Item, { timeToLiveAttribute: name }: Table): number | undefined {
  const value = name === undefined ? undefined : item[name];
  return value && "N" in value ? Number(value.N) : undefined;
}

function padded(seconds: number): string {
  return String(Math.floor(seconds)).padStart(digits, "0");
}
