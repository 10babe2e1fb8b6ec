import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type EmailChange, type EmailChanges, emailChange } from "./email-change.ts";

export const emailChangeItem = storedItem({ name: "email-change", schema: emailChange });

/** All are under one key of the index by time: some hundreds a day. */
const waiting = "waiting";

/** Changes of addresses that wait, one item for each person. */
export class EmailChangeTable implements EmailChanges {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async set(change: EmailChange): Promise<void> {
    const Item = { ...emailChangeItem.version, ...change, state: waiting };
    await this.#db.send(new PutCommand({ TableName: this.#tableName, Item }));
  }

  async find(employeeId: Id<"emp">): Promise<EmailChange | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { employeeId }, ConsistentRead: true }),
    );
    return Item && emailChangeItem.parse(Item);
  }

  take({ employeeId, id }: Pick<EmailChange, "employeeId" | "id">): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new DeleteCommand({
          TableName: this.#tableName,
          Key: { employeeId },
          ConditionExpression: "id = :id",
          ExpressionAttributeValues: { ":id": id },
        }),
      ),
    );
  }

  async due(now: Date, limit: number): Promise<EmailChange[]> {
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
    return readable(emailChangeItem, Items, ({ employeeId }) => ({ employeeId }));
  }
}
