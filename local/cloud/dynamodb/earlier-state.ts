import type { Dynamodb } from "./dynamodb.ts";

/** Makes the indexes that state of an earlier version lacks, or has in another form. Nothing may write meanwhile. */
export async function buildMissingIndexes({
  items,
  tables,
}: Pick<Dynamodb, "items" | "tables">): Promise<void> {
  for (const table of tables.all()) {
    const expires = table.timeToLiveAttribute !== undefined;
    if (table.hasWholeIndexKeys && (table.hasExpiryIndex || !expires)) continue;
    if (!table.hasWholeIndexKeys) await items.buildIndexes(table.description);
    if (expires && !table.hasExpiryIndex) await items.buildExpiryIndex(table);
    tables.save({ ...table, hasExpiryIndex: expires, hasWholeIndexKeys: true });
  }
}
