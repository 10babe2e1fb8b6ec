import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import type { KeptKeys } from "./publish-keys.ts";

const keptItem = storedItem({
  name: "key-list",
  schema: z.object({ listVersion: z.int(), json: z.string() }),
});

const id = "key-list";

/** The newest list of keys, beside the cards. */
export class KeyListTable implements KeptKeys {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async read(): Promise<string | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && keptItem.parse(Item).json;
  }

  async keep(json: string, version: number): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { id, ...keptItem.version, listVersion: version, json },
          ConditionExpression: "attribute_not_exists(id) OR listVersion < :version",
          ExpressionAttributeValues: { ":version": version },
        }),
      ),
    );
  }
}
