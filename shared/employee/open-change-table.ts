import { createHash } from "node:crypto";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  paginateQuery,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { type TransactionItem, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import { type DueChange, type OpenChanges, openChange, patienceMs } from "./open-change.ts";

const changeItem = storedItem({ name: "open-change", schema: openChange });

/**
 * Parts of the index by due time: all changes of one minute under one key would be one partition's, which takes 1,000 writes a
 * second («Using write sharding to distribute workloads evenly in your DynamoDB table», DynamoDB Developer Guide).
 */
const shards = Array.from({ length: 8 }, (_, i) => String(i));

/** Open changes in DynamoDB: one item per holder. Only what is to be asked for has a shard, so the index holds nothing else. */
export class OpenChangeTable implements OpenChanges {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /**
   * The write that opens the change of a record's newest revision, as a part of the save's transaction. It takes the place of
   * an older one: the record's own condition keeps revisions in order.
   */
  open({ id, revision, cardChangedAt }: Employee): TransactionItem {
    return {
      Put: {
        TableName: this.#tableName,
        Item: {
          id,
          ...changeItem.version,
          revision,
          since: cardChangedAt,
          dueAt: new Date(Date.parse(cardChangedAt) + patienceMs).toISOString(),
          dueShard: shardOf(id),
        },
      },
    };
  }

  async close(id: EmployeeId, revision: number): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new DeleteCommand({
          TableName: this.#tableName,
          Key: { id },
          ConditionExpression: "revision <= :drawn",
          ExpressionAttributeValues: { ":drawn": revision },
        }),
      ),
    );
  }

  async due(now: Date, limit: number): Promise<DueChange[]> {
    const parts = await Promise.all(shards.map((shard) => this.#dueIn(shard, now, limit)));
    return parts
      .flat()
      .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
      .slice(0, limit);
  }

  async #dueIn(shard: string, now: Date, limit: number): Promise<DueChange[]> {
    const pages = paginateQuery(
      { client: this.#db, pageSize: limit },
      {
        TableName: this.#tableName,
        IndexName: "by-due",
        KeyConditionExpression: "dueShard = :shard AND dueAt <= :now",
        ExpressionAttributeValues: { ":shard": shard, ":now": now.toISOString() },
      },
    );
    const due: DueChange[] = [];
    for await (const { Items = [] } of pages) {
      const changes = readable(changeItem, Items, ({ id }) => ({ employeeId: id }));
      due.push(...changes.filter(isDue));
      if (due.length >= limit) break;
    }
    return due;
  }

  postpone(change: DueChange, until: Date): Promise<boolean> {
    return this.#update(change, "SET dueAt = :at", until);
  }

  giveUp(change: DueChange, at: Date): Promise<boolean> {
    return this.#update(change, "SET givenUpAt = :at REMOVE dueAt, dueShard", at);
  }

  #update(
    { id, revision, dueAt }: DueChange,
    UpdateExpression: NonNullable<UpdateCommandInput["UpdateExpression"]>,
    at: Date,
  ): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id },
          UpdateExpression,
          ConditionExpression: "revision = :revision AND dueAt = :seen",
          ExpressionAttributeValues: {
            ":at": at.toISOString(),
            ":revision": revision,
            ":seen": dueAt,
          },
        }),
      ),
    );
  }
}

function isDue(change: { dueAt?: string | undefined }): change is DueChange {
  return change.dueAt !== undefined;
}

function shardOf(id: EmployeeId): string {
  const [byte = 0] = createHash("sha256").update(id).digest();
  return shards[byte % shards.length] ?? "0";
}
