import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { BulkId } from "#shared/bulk/bulk.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type BulkList, type BulkLists, bulkList } from "./bulk-change.ts";

const listItem = storedItem({ name: "bulk-list", schema: bulkList });

/** An approval waits for a week and the work takes minutes; the report is read for three months. */
const keptDays = 90;

/** Lists of the people of a bulk change, in the table of bulk work, where they have no `due` and so are in no index. */
export class BulkListTable implements BulkLists {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(id: BulkId): Promise<BulkList | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ ...this.#item(id), ConsistentRead: true }),
    );
    return Item && listItem.parse(Item);
  }

  async keep(list: BulkList): Promise<void> {
    const { TableName, Key } = this.#item(list.bulkId);
    const expiresAt = epochSeconds(new Date(list.madeAt)) + keptDays * 86_400;
    const Item = { ...list, ...listItem.version, ...Key, expiresAt };
    const ConditionExpression = "attribute_not_exists(id)";
    await unlessConditionFails(
      this.#db.send(new PutCommand({ TableName, Item, ConditionExpression })),
    );
  }

  async noteRefused(id: BulkId, refused: BulkList["refused"]): Promise<void> {
    const places = Object.entries(refused);
    if (places.length === 0) return;
    await this.#db.send(
      new UpdateCommand({
        ...this.#item(id),
        UpdateExpression: `SET ${places.map((_, i) => `refused.#p${i} = :p${i}`).join(", ")}`,
        ConditionExpression: "attribute_exists(id)",
        ExpressionAttributeNames: Object.fromEntries(places.map(([at], i) => [`#p${i}`, at])),
        ExpressionAttributeValues: Object.fromEntries(places.map(([, why], i) => [`:p${i}`, why])),
      }),
    );
  }

  #item(id: BulkId) {
    return { TableName: this.#tableName, Key: { id: `${id}#people` } };
  }
}
