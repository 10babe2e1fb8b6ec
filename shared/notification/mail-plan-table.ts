import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { stillAt, unlessConditionFails, writeTogether } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type MailPlan, type MailPlans, mailPlan, planId } from "./mail-plan.ts";
import type { MailMessage } from "./notification.ts";

const planItem = storedItem({ name: "mail-plan", schema: mailPlan });
const summaryItem = storedItem({
  name: "mail-summary",
  schema: z.object({ employeeId: z.string(), id: employeeId }),
});

/** Whose summaries are due on a day: a part of the table beside the inboxes. */
const summariesOf = (day: string) => `summary#${day}`;

/** When mails are sent, in the table of the inboxes: a plan beside a person's items, and the summaries of each day. */
export class MailPlanTable implements MailPlans {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(id: EmployeeId): Promise<MailPlan> {
    const Key = { employeeId: id, id: planId };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item ? planItem.parse(Item) : { employeeId: id, revision: 0 };
  }

  async replace(plan: MailPlan): Promise<boolean> {
    const { revision } = plan;
    return await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...plan, ...planItem.version, id: planId, revision: revision + 1 },
          ...stillAt(revision, "employeeId"),
        }),
      ),
    );
  }

  async keep({ employeeId: of, notificationId }: MailMessage, day: string): Promise<boolean> {
    const taken = "decision-raced";
    const kept = {
      Update: {
        TableName: this.#tableName,
        Key: { employeeId: of, id: notificationId },
        UpdateExpression: "SET mail = :kept REMOVE claimedUntil, settled",
        ConditionExpression: "mail = :waiting",
        ExpressionAttributeValues: { ":kept": "kept", ":waiting": "waiting" },
      },
    };
    try {
      await writeTogether(this.#db, [
        { write: { Put: this.#summary(of, day) }, taken },
        { write: kept, taken },
      ]);
      return true;
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  }

  async ask(of: EmployeeId, day: string): Promise<void> {
    await this.#db.send(new PutCommand(this.#summary(of, day)));
  }

  async due(day: string, limit: number): Promise<EmployeeId[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "employeeId = :summaries",
        ExpressionAttributeValues: { ":summaries": summariesOf(day) },
        Limit: limit,
      }),
    );
    return Items.map((item) => summaryItem.parse(item).id);
  }

  async asked(of: EmployeeId, day: string): Promise<void> {
    const Key = { employeeId: summariesOf(day), id: of };
    await this.#db.send(new DeleteCommand({ TableName: this.#tableName, Key }));
  }

  /** The same however often it is written. */
  #summary(of: EmployeeId, day: string) {
    const Item = { employeeId: summariesOf(day), id: of, ...summaryItem.version };
    return { TableName: this.#tableName, Item };
  }
}
