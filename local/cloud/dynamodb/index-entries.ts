/**
 * The entries of a table's secondary indexes. Any number of items may have the same index keys, so an entry's key ends with the
 * item's own whole key. dynalite's ends with 24 bits of a hash of it: of 10,000 items with equal index keys some were lost.
 */
import type { Item } from "./attribute-value.ts";
import { database, type LevelOperation } from "./dynalite.ts";
import { indexPrefix } from "./level-keys.ts";
import { pick } from "./stream-record.ts";
import type { IndexDefinition, TableDescription } from "./table.ts";

/** @returns what the change of an item does to all indexes of its table */
export function indexOperations(
  table: TableDescription,
  before: Item | undefined,
  after: Item | undefined,
): LevelOperation[] {
  return indexesOf(table).flatMap((index) => entryOperations(table, index, before, after));
}

/** @returns what the change of an item does to one index */
export function entryOperations(
  table: TableDescription,
  index: IndexDefinition,
  before: Item | undefined,
  after: Item | undefined,
): LevelOperation[] {
  const old = entryKey(table, index, before);
  const now = entryKey(table, index, after);
  return [
    ...(old !== undefined && old !== now ? [{ type: "del", key: old } as const] : []),
    ...(now !== undefined && after
      ? [{ type: "put", key: now, value: projected(table, index, after) } as const]
      : []),
  ];
}

export function indexesOf({
  GlobalSecondaryIndexes: globals = [],
  LocalSecondaryIndexes: locals = [],
}: TableDescription): readonly IndexDefinition[] {
  return [...globals, ...locals];
}

/** @returns undefined for an item that is not in the index, because it lacks an attribute of the index's key */
function entryKey(
  table: TableDescription,
  { IndexName, KeySchema }: IndexDefinition,
  item: Item | undefined,
): string | undefined {
  if (!item || KeySchema.some(({ AttributeName }) => item[AttributeName] === undefined)) {
    return undefined;
  }
  return indexPrefix(table.TableName, IndexName) + database.createIndexKey(item, table, KeySchema);
}

function projected(
  { KeySchema: own }: TableDescription,
  { KeySchema, Projection }: IndexDefinition,
  item: Item,
): Item {
  if (Projection.ProjectionType === "ALL") return item;
  const keys = [...KeySchema, ...own].map(({ AttributeName }) => AttributeName);
  return pick(item, [...keys, ...(Projection.NonKeyAttributes ?? [])]);
}
