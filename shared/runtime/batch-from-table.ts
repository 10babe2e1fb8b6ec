import { setTimeout } from "node:timers/promises";
import { BatchGetCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Busy } from "./errors.ts";
import { sideBySide } from "./side-by-side.ts";

type Item = Record<string, unknown>;

/** BatchGetItem's most keys. */
const mostInABatch = 100;
const attempts = 4;
/** After how many seconds to try again when DynamoDB has no capacity. */
const busySeconds = 5;

/**
 * The items of a table with these ids (strongly consistent reads), in any order; those that are not there are left out.
 * @throws Busy when DynamoDB leaves keys over again and again: it has no capacity for them now
 */
export async function batchGet(
  db: DynamoDBDocumentClient,
  tableName: string,
  ids: readonly string[],
): Promise<Item[]> {
  const wanted = [...new Set(ids)];
  const starts = Array.from(
    { length: Math.ceil(wanted.length / mostInABatch) },
    (_, i) => i * mostInABatch,
  );
  const batches = await sideBySide(starts, (start) =>
    oneBatch(db, tableName, wanted.slice(start, start + mostInABatch)),
  );
  return batches.flat();
}

async function oneBatch(
  db: DynamoDBDocumentClient,
  tableName: string,
  ids: readonly string[],
): Promise<Item[]> {
  const items: Item[] = [];
  let keys: Item[] = ids.map((id) => ({ id }));
  for (let attempt = 1; keys.length > 0; attempt++) {
    if (attempt > attempts) throw new Busy(busySeconds);
    // "We strongly recommend that you use an exponential backoff algorithm" («BatchGetItem», DynamoDB API Reference).
    if (attempt > 1) await setTimeout(25 * 2 ** attempt);
    const { Responses = {}, UnprocessedKeys = {} } = await db.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: keys, ConsistentRead: true } } }),
    );
    items.push(...(Responses[tableName] ?? []));
    keys = UnprocessedKeys[tableName]?.Keys ?? [];
  }
  return items;
}
