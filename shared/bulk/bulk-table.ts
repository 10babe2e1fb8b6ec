import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { type AttributeUpdate, updateExpression } from "#shared/runtime/attribute-update.ts";
import {
  type TransactionStep,
  unlessConditionFails,
  writeTogether,
} from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Bulk,
  type BulkId,
  type Bulks,
  bulk,
  type DueBulk,
  dueAfter,
  type Stepped,
  type Stop,
} from "./bulk.ts";

const bulkItem = storedItem({ name: "bulk", schema: bulk });

/** The key of the index of what runs: there are a few at a time, so one partition takes them. */
const running = "running";

/** Bulk work in DynamoDB. Only what runs has `due` and `dueAt`, so the index holds nothing else. */
export class BulkTable implements Bulks {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(id: BulkId): Promise<Bulk | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && bulkItem.parse(Item);
  }

  starting(bulk: Bulk): TransactionStep {
    const put = {
      TableName: this.#tableName,
      Item: { ...bulk, ...bulkItem.version, due: running },
      ConditionExpression: "attribute_not_exists(id)",
    };
    return { write: { Put: put }, taken: "request-repeated" };
  }

  async start(bulk: Bulk): Promise<void> {
    await writeTogether(this.#db, [this.starting(bulk)]);
  }

  move({ id, cursor, ...seen }: Bulk, stepped: Stepped, at: Date): Promise<boolean> {
    const { next } = stepped;
    const isOver = next === undefined;
    return this.#update(id, {
      set: {
        // Whoever saw this cursor saw these counts.
        done: seen.done + stepped.done,
        unchanged: seen.unchanged + stepped.unchanged,
        refused: seen.refused + stepped.refused,
        movedAt: at.toISOString(),
        ...(stepped.total !== undefined && { total: stepped.total }),
        // Without a next step it is over, also when somebody wanted to stop it meanwhile.
        ...(isOver
          ? { ...atRest, state: "done", stop: undefined, stoppedBy: undefined }
          : { cursor: next, dueAt: dueAfter(at) }),
      },
      condition: "#cursor = :seen AND #state <> :over",
      values: { ":seen": cursor, ":over": "done" },
    });
  }

  stop(id: BulkId, { why, at, by }: Stop): Promise<boolean> {
    return this.#update(id, {
      set: {
        ...atRest,
        ...{ state: "stopped", stop: why, movedAt: at.toISOString() },
        ...(by && { stoppedBy: by }),
      },
      condition: "#state = :running",
      values: { ":running": running },
    });
  }

  async due(now: Date, limit: number): Promise<DueBulk[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-due",
        KeyConditionExpression: "due = :running AND dueAt <= :now",
        ExpressionAttributeValues: { ":running": running, ":now": now.toISOString() },
        Limit: limit,
      }),
    );
    return readable(bulkItem, Items, ({ id }) => ({ bulkId: id })).filter(isDue);
  }

  postpone({ id, dueAt }: DueBulk, until: Date): Promise<boolean> {
    return this.#update(id, {
      set: { dueAt: until.toISOString() },
      condition: "#dueAt = :seen AND #state = :running",
      values: { ":seen": dueAt, ":running": running },
    });
  }

  #update(id: BulkId, update: AttributeUpdate): Promise<boolean> {
    const item = { TableName: this.#tableName, Key: { id } };
    return unlessConditionFails(
      this.#db.send(new UpdateCommand({ ...item, ...updateExpression(update) })),
    );
  }
}

/** What does not run is in no index. */
const atRest = { due: undefined, dueAt: undefined };

function isDue(each: Bulk): each is DueBulk {
  return each.dueAt !== undefined;
}
