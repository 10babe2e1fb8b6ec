import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Notification } from "./notification.ts";

/** Whether the mails of an item are done with: sent, or refused for good. */
export type MailState = "waiting" | "sent" | "refused";

/** Holders' inboxes in DynamoDB. */
export class NotificationTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** Adds an item whose mails wait. One that is there stays as it is. @returns how far its mails are */
  async add(notification: Notification): Promise<MailState> {
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...notification, mail: "waiting" satisfies MailState },
          ConditionExpression: "attribute_not_exists(employeeId)",
        }),
      );
      return "waiting";
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return this.#mailOf(notification);
      throw error;
    }
  }

  /** Notes what became of its mails. */
  async settleMail(notification: Notification, mail: Exclude<MailState, "waiting">): Promise<void> {
    await this.#db.send(
      new PutCommand({ TableName: this.#tableName, Item: { ...notification, mail } }),
    );
  }

  /** The newest items, newest first. */
  async list(employeeId: EmployeeId, limit = 20): Promise<Notification[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "employeeId = :employee",
        ExpressionAttributeValues: { ":employee": employeeId },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map(({ mail: _, ...notification }) => notification as Notification);
  }

  async #mailOf({ employeeId, id }: Notification): Promise<MailState> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { employeeId, id }, ConsistentRead: true }),
    );
    // Items of before this was noted were written after their mail.
    return (Item?.mail as MailState | undefined) ?? "sent";
  }
}
