import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Approval,
  type ApprovalId,
  approval,
  type ClosedApproval,
  queueOf,
} from "./approval.ts";
import type { Approvals } from "./approvals.ts";

const approvalItem = storedItem({ name: "approval", schema: approval });

/** As the stream brings it. */
export const toApproval = approvalItem.parse;

/**
 * Approvals in DynamoDB, for good: what was decided is history. One that waits has `queue`, which makes it an item of the
 * sparse index `by-queue`; its end takes that away («Take advantage of sparse indexes», Amazon DynamoDB Developer Guide).
 */
export class ApprovalTable implements Approvals {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async add(approval: Approval, entry: AuditEntry): Promise<void> {
    const put = {
      Put: {
        TableName: this.#tableName,
        Item: { ...itemOf(approval), queue: queueOf(approval) },
        ConditionExpression: "attribute_not_exists(id)",
      },
    };
    await writeTogether(this.#db, [
      { write: put, taken: "request-repeated" },
      { write: this.#audit.append(entry), taken: "request-repeated" },
    ]);
  }

  async find(id: ApprovalId): Promise<Approval | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && approvalItem.parse(Item);
  }

  closing({
    approval,
    entry,
    standing,
  }: ClosedApproval & {
    readonly standing: readonly TransactionStep[];
  }): readonly TransactionStep[] {
    const put = {
      Put: {
        TableName: this.#tableName,
        Item: itemOf(approval),
        ConditionExpression:
          "attribute_exists(id) AND attribute_not_exists(outcome) AND #until > :at",
        ExpressionAttributeNames: { "#until": "until" },
        ExpressionAttributeValues: { ":at": approval.outcome.at },
      },
    };
    return [
      { write: this.#audit.append(entry), taken: "approval-decided" },
      ...standing,
      { write: put, taken: "approval-decided" },
    ];
  }

  async close(closed: Parameters<ApprovalTable["closing"]>[0]): Promise<void> {
    const [first, ...others] = this.closing(closed);
    if (first) await writeTogether(this.#db, [first, ...others]);
  }

  /** The index follows the table. */
  async waiting(queue: string, now: Date, limit: number): Promise<Approval[]> {
    return await this.#list({
      IndexName: "by-queue",
      KeyConditionExpression: "queue = :queue AND #until > :now",
      ExpressionAttributeNames: { "#until": "until" },
      ExpressionAttributeValues: { ":queue": queue, ":now": now.toISOString() },
      Limit: limit,
    });
  }

  /** The index follows the table. */
  async askedBy(askerId: Id<"emp">, limit: number): Promise<Approval[]> {
    return await this.#list({
      IndexName: "by-asker",
      KeyConditionExpression: "askerId = :asker",
      ExpressionAttributeValues: { ":asker": askerId },
      ScanIndexForward: false,
      Limit: limit,
    });
  }

  async #list(query: Omit<QueryCommandInput, "TableName">): Promise<Approval[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({ TableName: this.#tableName, ...query }),
    );
    return readable(approvalItem, Items, ({ id }) => ({ approvalId: id }));
  }
}

function itemOf(approval: Approval): Record<string, unknown> {
  return { ...approval, ...approvalItem.version, type: "approval", askerId: approval.asker.id };
}
