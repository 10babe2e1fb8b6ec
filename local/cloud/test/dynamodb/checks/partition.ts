/** A partition with items, and what reads it. */
import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Engine } from "../engines.ts";

/** A table with 25 items of one partition, sorted "000" to "024". */
export async function withItems(engine: Engine): Promise<string> {
  const table = await engine.table();
  const number = (n: number) => String(n).padStart(3, "0");
  await engine.client.send(
    new BatchWriteItemCommand({
      RequestItems: {
        [table]: Array.from({ length: 25 }, (_, n) => ({
          PutRequest: {
            Item: {
              pk: { S: "b" },
              sk: { S: number(n) },
              g1: { S: "G" },
              g2: { S: number(n) },
              l1: { S: number(99 - n) },
              even: { BOOL: n % 2 === 0 },
            },
          },
        })),
      },
    }),
  );
  return table;
}

/** Every page of a query, as the sort keys found. */
export async function pages(engine: Engine, query: QueryCommandInput): Promise<unknown[][]> {
  const found: unknown[][] = [];
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const page = await engine.doc.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    found.push((page.Items ?? []).map(({ sk }) => sk));
    start = page.LastEvaluatedKey;
  } while (start);
  return found;
}

export const partition = {
  KeyConditionExpression: "pk = :b",
  ExpressionAttributeValues: { ":b": "b" },
} as const;
