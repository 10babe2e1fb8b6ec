import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
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

/** Before the ids of all items, which begin with their time, and behind those of the plan of mails (mail-plan-table.ts). */
const firstId = "0";
/** A mail that waits longer is told in the inbox alone: its message is given up by then. */
const keptDays = 14;

/** What a holder is told of items: nothing of their mails. */
function toldIn(employeeId: EmployeeId, items: readonly Record<string, unknown>[]): Notification[] {
  return readable(notificationItem, items, ({ id }) => ({ employeeId, notificationId: id })).map(
    ({ mail: _, settled: __, claimedUntil: ___, ...notification }) => notification,
  );
}

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
    mail: "waiting" | "refused" = "waiting",
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

  async settleMail(message: MailMessage, mail: "sent" | "refused"): Promise<void> {
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
    const items = await queryAll(this.#db, {
      TableName: this.#tableName,
      KeyConditionExpression: "employeeId = :employee AND id > :first",
      ExpressionAttributeValues: { ":employee": employeeId, ":first": firstId },
      ScanIndexForward: false,
      Limit: limit,
    });
    return toldIn(employeeId, items);
  }

  async kept(employeeId: EmployeeId, now: Date): Promise<Notification[]> {
    const since = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        ConsistentRead: true,
        KeyConditionExpression: "employeeId = :employee AND id > :since",
        FilterExpression: "mail = :kept",
        ExpressionAttributeValues: { ":employee": employeeId, ":since": since, ":kept": "kept" },
      },
    );
    const found: Notification[] = [];
    for await (const { Items = [] } of pages) found.push(...toldIn(employeeId, Items));
    return found;
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
