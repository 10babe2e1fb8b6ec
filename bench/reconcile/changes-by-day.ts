/**
 * How the reconciler worked before decision 0028: an index of all records by the day of their last change, walked at every run, and
 * the pointer of each card read to see whether it shows its record. Its uploads are left out, and its rule of asking ever more
 * seldom: of changes made in the same minutes that takes all or none.
 */
import { CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { canHoldCard } from "#shared/card/can-hold-card.ts";
import type { CardTable } from "#shared/card/card-table.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import type { RedrawQueue } from "#shared/card/redraw-queue.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { toEmployee, toItem } from "#shared/employee/employee-item.ts";

const dayMs = 86_400_000;
const days = 2;
const patienceMs = 120_000;

/** @returns the new table's name: the employee table, with the index that is gone */
export async function createChangesByDay(dynamodb: DynamoDBClient): Promise<string> {
  const TableName = "changes-by-day";
  await dynamodb.send(
    new CreateTableCommand({
      ...{ TableName, BillingMode: "PAY_PER_REQUEST" },
      AttributeDefinitions: ["id", "cardChangeDay", "cardChangedAt"].map((AttributeName) => ({
        ...{ AttributeName, AttributeType: "S" },
      })),
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-card-change",
          KeySchema: [
            { AttributeName: "cardChangeDay", KeyType: "HASH" },
            { AttributeName: "cardChangedAt", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "ALL" },
        },
      ],
    }),
  );
  return TableName;
}

/** A record's item, as it was written then. */
export function itemByDay(employee: Employee): Record<string, unknown> {
  const news = { cardChanged: true, holderTold: false };
  return { ...toItem(employee, news), cardChangeDay: employee.cardChangedAt.slice(0, 10) };
}

interface WalkedWorld {
  readonly db: DynamoDBDocumentClient;
  readonly tables: { readonly changesByDay: string };
  readonly cards: CardTable;
  readonly redrawQueue: RedrawQueue;
}

/** @returns how many changes were looked at, and how many cards were asked for */
export async function walkChanges(
  { db, tables, cards, redrawQueue }: WalkedWorld,
  now: Date,
): Promise<{ looked: number; redraws: number }> {
  let looked = 0;
  let redraws = 0;
  for (let back = 0; back < days; back++) {
    const day = new Date(now.getTime() - back * dayMs).toISOString().slice(0, 10);
    for await (const employee of changesOf(db, tables.changesByDay, day, now)) {
      looked++;
      if (!canHoldCard(employee, now)) continue;
      if ((await cards.find(employee.id))?.contentHash === contentHash(employee)) continue;
      await redrawQueue.send(employee.id);
      redraws++;
    }
  }
  return { looked, redraws };
}

async function* changesOf(
  client: DynamoDBDocumentClient,
  TableName: string,
  day: string,
  now: Date,
): AsyncGenerator<Employee> {
  const before = new Date(now.getTime() - patienceMs).toISOString();
  const pages = paginateQuery(
    { client },
    {
      ...{ TableName, IndexName: "by-card-change" },
      KeyConditionExpression: "cardChangeDay = :day AND cardChangedAt < :before",
      ExpressionAttributeValues: { ":day": day, ":before": before },
    },
  );
  for await (const { Items = [] } of pages) yield* Items.map(toEmployee);
}
