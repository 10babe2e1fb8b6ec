import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import type { RevokedKeys } from "./revoked-keys.ts";

const revokedItem = storedItem({
  name: "revoked-keys",
  schema: z.object({ kids: z.array(z.string()) }),
});

const id = "revoked-keys";

/** One item beside the cards: who draws one reads this too, so that a revocation counts from the next drawing on. */
export class RevokedKeysTable implements RevokedKeys {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async all(): Promise<ReadonlySet<string>> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return new Set(Item && revokedItem.parse(Item).kids);
  }

  async add(kid: string): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id },
          UpdateExpression:
            "SET kids = list_append(if_not_exists(kids, :none), :kids), schemaVersion = :version",
          ConditionExpression: "attribute_not_exists(kids) OR NOT contains(kids, :kid)",
          ExpressionAttributeValues: {
            ":none": [],
            ":kid": kid,
            ":kids": [kid],
            ":version": revokedItem.version.schemaVersion,
          },
        }),
      ),
    );
  }
}
