import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Engine } from "../engines.ts";

export const key = { pk: "a", sk: "1" };

/** Stores the one item in a table of its own. @returns the table */
export async function put(engine: Engine, item: object = {}): Promise<string> {
  const TableName = await engine.table();
  await engine.doc.send(new PutCommand({ TableName, Item: { ...key, ...item } }));
  return TableName;
}

export async function get(engine: Engine, TableName: string) {
  const { Item } = await engine.doc.send(
    new GetCommand({ TableName, Key: key, ConsistentRead: true }),
  );
  return Item;
}
