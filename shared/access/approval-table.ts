import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import type { ErrorCode } from "#shared/runtime/codes.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Approval,
  type ApprovalId,
  approval,
  type ClosedApproval,
  isPerson,
  queueOf,
} from "./approval.ts";
import type { ApprovalQuery, Approvals } from "./approvals.ts";

const approvalItem = storedItem({ name: "approval", schema: approval });

/** As the stream brings it. */
export const toApproval = approvalItem.parse;

type ClosedHere = ClosedApproval & { readonly standing: readonly TransactionStep[] };

/** Approvals that are read at once. */
const pageSize = 50;

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

  async add(
    approval: Approval,
    entries: readonly AuditEntry[],
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const put = {
      Put: {
        TableName: this.#tableName,
        Item: { ...itemOf(approval), queue: queueOf(approval) },
        ConditionExpression: "attribute_not_exists(id)",
      },
    };
    // A repeated request comes last, because the last step that fails names the refusal.
    const taken = "request-repeated" as const;
    const [first, ...rest] = [...this.#lines(entries, taken), ...others, { write: put, taken }];
    if (first) await writeTogether(this.#db, [first, ...rest]);
  }

  async find(id: ApprovalId): Promise<Approval | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && approvalItem.parse(Item);
  }

  closing({ approval, entries, standing }: ClosedHere): readonly TransactionStep[] {
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
      ...this.#lines(entries, "approval-decided"),
      ...standing,
      { write: put, taken: "approval-decided" },
    ];
  }

  async close(closed: ClosedHere, ...others: readonly TransactionStep[]): Promise<void> {
    const [first, ...rest] = [...others, ...this.closing(closed)];
    if (first) await writeTogether(this.#db, [first, ...rest]);
  }

  /** The index follows the table. */
  async waiting(queue: string, query: ApprovalQuery & { readonly now: Date }): Promise<Approval[]> {
    return await this.#list(query, {
      IndexName: "by-queue",
      KeyConditionExpression: "queue = :queue AND #until > :now",
      ExpressionAttributeNames: { "#until": "until" },
      ExpressionAttributeValues: { ":queue": queue, ":now": query.now.toISOString() },
    });
  }

  async about(personId: Id<"emp">, query: ApprovalQuery): Promise<Approval[]> {
    return await this.#list(query, {
      IndexName: "by-person",
      KeyConditionExpression: "personId = :person",
      ExpressionAttributeValues: { ":person": personId },
      ScanIndexForward: false,
    });
  }

  /** The index follows the table. */
  async askedBy(askerId: Id<"emp">, query: ApprovalQuery): Promise<Approval[]> {
    return await this.#list(query, {
      IndexName: "by-asker",
      KeyConditionExpression: "askerId = :asker",
      ExpressionAttributeValues: { ":asker": askerId },
      ScanIndexForward: false,
    });
  }

  #lines(entries: readonly AuditEntry[], taken: ErrorCode): TransactionStep[] {
    return entries.map((entry) => ({ write: this.#audit.append(entry), taken }));
  }

  async #list(
    { limit, fits }: ApprovalQuery,
    query: Omit<QueryCommandInput, "TableName">,
  ): Promise<Approval[]> {
    const found: Approval[] = [];
    let from: QueryCommandInput["ExclusiveStartKey"];
    do {
      const { Items = [], LastEvaluatedKey } = await this.#db.send(
        new QueryCommand({
          ...{ TableName: this.#tableName, ...query, Limit: pageSize },
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      const page = readable(approvalItem, Items, ({ id }) => ({ approvalId: id }));
      found.push(...page.filter(fits));
      from = LastEvaluatedKey;
    } while (from && found.length < limit);
    return found.slice(0, limit);
  }
}

function itemOf(approval: Approval): Record<string, unknown> {
  const { asker, subject } = approval;
  // What is about a person goes when that person's data do (shared/erasure).
  const person = isPerson(subject.id) && { personId: subject.id };
  return {
    ...{ ...approval, ...approvalItem.version, type: "approval" },
    ...{ askerId: asker.id, ...person },
  };
}
