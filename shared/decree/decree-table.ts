import { createHash } from "node:crypto";
import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type Decree, type DecreeId, decree, orderOf } from "./decree.ts";
import {
  type DecreePage,
  type DecreeQuery,
  type DecreeShard,
  type Decrees,
  decreeShards,
  listedAt,
} from "./decrees.ts";

/**
 * In the item `employeeId` is the key of the person's decrees, apart from the changes of an address that wait for the same person, and
 * `state` is where the index by time has it.
 */
const decreeItem = storedItem({
  name: "decree",
  schema: decree
    .omit({ employeeId: true, state: true })
    .extend({ personId: decree.shape.employeeId, decreeState: decree.shape.state })
    .transform(({ personId, decreeState, ...rest }) => ({
      ...rest,
      ...{ employeeId: personId, state: decreeState },
    })),
});

/** Where a person's decrees are, of all states. */
export const decreesKey = (person: EmployeeId): string => `decrees#${person}`;
/** More than one person has in a working life. */
const mostOfOne = 100;
/** Decrees that are read at once, some 60 KB. */
const pageSize = 100;

/**
 * Decrees in DynamoDB, in the table of what waits for its time. One that waits has the state of its shard, which alone is in the index by
 * time; one that is to be watched has its agency's («Take advantage of sparse indexes», Amazon DynamoDB Developer Guide).
 */
export class DecreeTable implements Decrees {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(person: EmployeeId, id: DecreeId): Promise<Decree | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { employeeId: decreesKey(person), field: id },
        ConsistentRead: true,
      }),
    );
    return Item && decreeItem.parse(Item);
  }

  async of(person: EmployeeId): Promise<readonly Decree[]> {
    const items = await queryAll(this.#db, {
      TableName: this.#tableName,
      KeyConditionExpression: "employeeId = :key",
      ExpressionAttributeValues: { ":key": decreesKey(person) },
      ConsistentRead: true,
      Limit: mostOfOne,
    });
    return decreesIn(items);
  }

  adding(added: Decree): TransactionStep {
    const isNew = "attribute_not_exists(employeeId)";
    return { write: this.#put(added, isNew), taken: "request-repeated" };
  }

  replacing(next: Decree): TransactionStep {
    const { Put } = this.#put(next, "revision = :seen");
    const values = { ":seen": next.revision - 1 };
    return { write: { Put: { ...Put, ExpressionAttributeValues: values } }, taken: "decree-over" };
  }

  async replace(next: Decree): Promise<void> {
    await writeTogether(this.#db, [this.replacing(next)]);
  }

  async *due(shard: DecreeShard, now: Date): AsyncGenerator<readonly Decree[]> {
    const pages = paginateQuery(
      { client: this.#db, pageSize },
      {
        TableName: this.#tableName,
        IndexName: "by-due",
        KeyConditionExpression: "#state = :shard AND effectiveFrom <= :now",
        ExpressionAttributeNames: { "#state": "state" },
        // "~" stands behind "#", so that the very instant is over.
        ExpressionAttributeValues: { ":shard": stateOf(shard), ":now": `${now.toISOString()}~` },
      },
    );
    for await (const { Items = [] } of pages) yield decreesIn(Items);
  }

  async listed(instansiId: string, { limit, from }: DecreeQuery): Promise<DecreePage> {
    const items = await queryAll(this.#db, {
      TableName: this.#tableName,
      IndexName: "by-agency",
      KeyConditionExpression: "listedIn = :agency AND listedAt > :from",
      ExpressionAttributeValues: { ":agency": instansiId, ":from": from ?? " " },
      Limit: limit + 1,
    });
    const kept = items.slice(0, limit);
    const isMore = items.length > limit;
    return { items: decreesIn(kept), next: isMore ? String(kept.at(-1)?.listedAt) : undefined };
  }

  #put(each: Decree, condition: string) {
    const Item = itemOf(each);
    return { Put: { TableName: this.#tableName, Item, ConditionExpression: condition } };
  }
}

function decreesIn(items: readonly Record<string, unknown>[]): Decree[] {
  return readable(decreeItem, items, ({ field, personId }) => ({ decreeId: field, personId }));
}

const stateOf = (shard: DecreeShard) => `decree-${shard}`;

function itemOf({ employeeId, state, ...each }: Decree): Record<string, unknown> {
  const place = listedAt({ ...each, employeeId, state });
  return {
    ...each,
    ...decreeItem.version,
    ...{
      employeeId: decreesKey(employeeId),
      field: each.id,
      personId: employeeId,
      decreeState: state,
    },
    // Only what waits has them.
    ...(state === "waiting" && {
      state: stateOf(shardOf(employeeId)),
      effectiveFrom: orderOf(each),
    }),
    ...(place !== undefined && { listedIn: each.instansiId, listedAt: place }),
  };
}

function shardOf(id: EmployeeId): DecreeShard {
  const [byte = 0] = createHash("sha256").update(id).digest();
  return decreeShards[byte % decreeShards.length] ?? "0";
}
