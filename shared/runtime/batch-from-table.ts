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
 * The items of a table with these keys (strongly consistent reads), in any order; those that are not there are left out.
 * @param wanted the same key twice is read once
 * @param attributes which are read (eventually consistent, for half the price); undefined: whole items
 * @throws Busy when DynamoDB leaves keys over again and again: it has no capacity for them now
 */
export async function batchGet(
  db: DynamoDBDocumentClient,
  tableName: string,
  keys: readonly Item[],
  attributes?: readonly string[],
): Promise<Item[]> {
  // BatchGetItem refuses a key that stands in it twice.
  const wanted = [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
  const how = attributes ? partOf(attributes) : { ConsistentRead: true };
  const starts = Array.from(
    { length: Math.ceil(wanted.length / mostInABatch) },
    (_, i) => i * mostInABatch,
  );
  const batches = await sideBySide(starts, (start) =>
    oneBatch(db, { tableName, how }, wanted.slice(start, start + mostInABatch)),
  );
  return batches.flat();
}

async function oneBatch(
  db: DynamoDBDocumentClient,
  { tableName, how }: { readonly tableName: string; readonly how: object },
  wanted: Item[],
): Promise<Item[]> {
  const items: Item[] = [];
  let keys = wanted;
  for (let attempt = 1; keys.length > 0; attempt++) {
    if (attempt > attempts) throw new Busy(busySeconds);
    // "We strongly recommend that you use an exponential backoff algorithm" («BatchGetItem», DynamoDB API Reference).
    if (attempt > 1) await setTimeout(25 * 2 ** attempt);
    const { Responses = {}, UnprocessedKeys = {} } = await db.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: keys, ...how } } }),
    );
    items.push(...(Responses[tableName] ?? []));
    keys = UnprocessedKeys[tableName]?.Keys ?? [];
  }
  return items;
}

function partOf(attributes: readonly string[]) {
  return {
    ProjectionExpression: attributes.map((name) => `#${name}`).join(", "),
    ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
  };
}
