import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { epochSeconds } from "#shared/runtime/clock.ts";

/** Browsers that have signed in before, one item for each of their accounts; they lie in the session table. */
export class DeviceTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the session table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** @param id see `deviceId` @param endsAt when it is forgotten */
  async keep(id: string, endsAt: Date): Promise<void> {
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { ...keyOf(id), type: "device", expiresAt: epochSeconds(endsAt) },
      }),
    );
  }

  async isKnown(id: string, now: Date): Promise<boolean> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: keyOf(id) }),
    );
    return Item?.type === "device" && Number(Item.expiresAt) > epochSeconds(now);
  }
}

const keyOf = (id: string) => ({ id: `device#${id}` });
