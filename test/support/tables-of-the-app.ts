import { CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { ofType, synthesizeResources } from "../infra/templates.ts";

const keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const tableShape = z.object({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(["S", "N"]) }),
  ),
  KeySchema: keys,
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keys,
        Projection: z.object({
          ProjectionType: z.enum(["ALL", "INCLUDE", "KEYS_ONLY"]),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
});

let tables: ReturnType<typeof ofType> | undefined;
let made = 0;

/**
 * Makes an empty table with the keys and indexes that infra/ describes, read from the synthesized template.
 * @param noun its name in the house, "card-table"
 * @returns the new table's name
 */
export async function newTable(db: DynamoDBClient, noun: string): Promise<string> {
  tables ??= ofType(synthesizeResources(), "AWS::DynamoDB::GlobalTable");
  const table = tables.find(({ id }) => id.startsWith(noun.replaceAll("-", "")));
  if (!table) throw new Error(`infra/ describes no ${noun}.`);
  made += 1;
  const TableName = `${noun}-${made}`;
  const shape = tableShape.parse(table.Properties);
  await db.send(new CreateTableCommand({ TableName, BillingMode: "PAY_PER_REQUEST", ...shape }));
  return TableName;
}
