import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type ContactChange, type ContactChanges, contactChange } from "./contact-change.ts";

export const contactChangeItem = storedItem({ name: "contact-change", schema: contactChange });

/** All are under one key of the index by time: some hundreds a day. */
const waiting = "waiting";

/** Changes of addresses and numbers that wait, one item for each person and field. */
export class ContactChangeTable implements ContactChanges {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async set(change: ContactChange): Promise<void> {
    const Item = { ...contactChangeItem.version, ...change, state: waiting };
    await this.#db.send(new PutCommand({ TableName: this.#tableName, Item }));
  }

  async of(employeeId: Id<"emp">): Promise<ContactChange[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "employeeId = :employee",
        ExpressionAttributeValues: { ":employee": employeeId },
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => contactChangeItem.parse(item));
  }

  take({
    employeeId,
    field,
    id,
  }: Pick<ContactChange, "employeeId" | "field" | "id">): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new DeleteCommand({
          TableName: this.#tableName,
          Key: { employeeId, field },
          ConditionExpression: "id = :id",
          ExpressionAttributeValues: { ":id": id },
        }),
      ),
    );
  }

  async due(now: Date, limit: number): Promise<ContactChange[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-due",
        KeyConditionExpression: "#state = :waiting AND effectiveFrom <= :now",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":waiting": waiting, ":now": now.toISOString() },
        Limit: limit,
      }),
    );
    return readable(contactChangeItem, Items, ({ employeeId, field }) => ({ employeeId, field }));
  }
}
