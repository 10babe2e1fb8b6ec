import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type ItemMails,
  type MailMessage,
  type MailState,
  mailState,
  type Notification,
  type Notifications,
  notification as notificationSchema,
} from "./notification.ts";

const notificationItem = storedItem({
  name: "notification",
  schema: notificationSchema.extend({
    mail: mailState,
    settled: z.array(z.string()).optional(),
    /** ISO instant until which one sender has the mails. */
    claimedUntil: z.string().optional(),
  }),
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

  async add(
    notification: Notification,
    mail: Exclude<MailState, "sent"> = "waiting",
  ): Promise<MailState> {
    const isNew = await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...notification, ...notificationItem.version, mail },
          ConditionExpression: "attribute_not_exists(employeeId)",
        }),
      ),
    );
    if (isNew) return mail;
    const { employeeId, id: notificationId } = notification;
    return (await this.mailsOf({ employeeId, notificationId }))?.mail ?? "sent";
  }

  async mailsOf({ employeeId, notificationId }: MailMessage): Promise<ItemMails | undefined> {
    const Key = { employeeId, id: notificationId };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item && notificationItem.parse(Item);
  }

  async claimMails(
    { employeeId, notificationId }: MailMessage,
    { now, until }: { readonly now: Date; readonly until: Date },
  ): Promise<ItemMails | undefined> {
    const write = this.#db.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: { employeeId, id: notificationId },
        UpdateExpression: "SET claimedUntil = :until",
        ConditionExpression:
          "mail = :waiting AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now)",
        ExpressionAttributeValues: {
          ":waiting": "waiting",
          ":until": until.toISOString(),
          ":now": now.toISOString(),
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    const isClaimed = await unlessConditionFails(write);
    return isClaimed ? notificationItem.parse((await write).Attributes ?? {}) : undefined;
  }

  async releaseMails(message: MailMessage): Promise<void> {
    await this.#update(message, { UpdateExpression: "REMOVE claimedUntil" });
  }

  async settleMail(message: MailMessage, mail: Exclude<MailState, "waiting">): Promise<void> {
    await this.#update(message, {
      UpdateExpression: "SET mail = :mail REMOVE settled",
      ExpressionAttributeValues: { ":mail": mail },
    });
  }

  async settleFormerMail(message: MailMessage, address: string): Promise<void> {
    await this.#update(message, {
      UpdateExpression: "SET settled = list_append(if_not_exists(settled, :none), :address)",
      ExpressionAttributeValues: { ":none": [], ":address": [address] },
    });
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
      ({ mail: _, settled: __, claimedUntil: ___, ...notification }) => notification,
    );
  }

  /** An item that is not there is not made. */
  async #update(
    { employeeId, notificationId }: MailMessage,
    update: Pick<UpdateCommandInput, "UpdateExpression" | "ExpressionAttributeValues">,
  ): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: { employeeId, id: notificationId },
        ConditionExpression: "attribute_exists(employeeId)",
        ...update,
      }),
    );
  }
}
