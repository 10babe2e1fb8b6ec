import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Notification } from "./notification.ts";

/** Holders' inboxes in DynamoDB. */
export class NotificationTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async has({ employeeId, id }: Pick<Notification, "employeeId" | "id">): Promise<boolean> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { employeeId, id }, ConsistentRead: true }),
    );
    return Item !== undefined;
  }

  /** Adding the same item again changes nothing. */
  async add(notification: Notification): Promise<void> {
    await this.#db.send(new PutCommand({ TableName: this.#tableName, Item: notification }));
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
    return Items as Notification[];
  }
}
