import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type MailState,
  mailState,
  type Notification,
  type Notifications,
  notification as notificationSchema,
} from "./notification.ts";

const notificationItem = storedItem({
  name: "notification",
  schema: notificationSchema.extend({ mail: mailState }),
  // Items without it were written after their mail was sent.
  upcasters: [(item) => ({ mail: "sent", ...item })],
});

/** Holders' inboxes in DynamoDB. */
export class NotificationTable implements Notifications {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(notification: Notification): Promise<MailState> {
    const isNew = await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: itemOf(notification, "waiting"),
          ConditionExpression: "attribute_not_exists(employeeId)",
        }),
      ),
    );
    return isNew ? "waiting" : this.#mailOf(notification);
  }

  async settleMail(notification: Notification, mail: Exclude<MailState, "waiting">): Promise<void> {
    await this.#db.send(
      new PutCommand({ TableName: this.#tableName, Item: itemOf(notification, mail) }),
    );
  }

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
    return readable(notificationItem, Items, ({ id }) => ({ employeeId, notificationId: id })).map(
      ({ mail: _, ...notification }) => notification,
    );
  }

  async #mailOf({ employeeId, id }: Notification): Promise<MailState> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { employeeId, id }, ConsistentRead: true }),
    );
    return Item ? notificationItem.parse(Item).mail : "sent";
  }
}

function itemOf(notification: Notification, mail: MailState): Record<string, unknown> {
  return { ...notification, ...notificationItem.version, mail };
}
