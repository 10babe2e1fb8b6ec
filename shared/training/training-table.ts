import { setTimeout as sleep } from "node:timers/promises";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import { stillAt, type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { isThrottling } from "#shared/runtime/throttling.ts";
import { type RegisterLine, registerLine } from "./register-line.ts";
import { type OfferId, offerId, type TrainingOffer, trainingOffer } from "./training-offer.ts";
import { type Joined, mostLines, type WritableTrainings } from "./trainings.ts";

const offerItem = storedItem({ name: "training-offer", schema: trainingOffer });
const registerItem = storedItem({
  name: "training-register",
  schema: z.object({ acts: z.array(registerLine).readonly() }),
});

/** Of whom: the id is the offer's. */
const joinedItem = storedItem({
  name: "training-joined",
  schema: z
    .object({ id: offerId, instansiId: z.string() })
    .transform(({ id: offer, instansiId }) => ({ offer, instansiId })),
});

/** They lie in the agency table, under kinds of their own, as its calendars do: what an agency offers, and who comes. */
const keyOfOffer = (instansiId: string, id: OfferId) => ({ kind: `trainings#${instansiId}`, id });
const keyOfRegister = (id: OfferId) => ({ kind: "training-register", id });
const learnerKind = (person: EmployeeId) => `learner#${person}`;

/** Milliseconds, by chance shorter: an officer who changes the offer holds the register for a moment. */
const pausesMs = [50, 100, 200, 400, 800];

/** The offers and registers in DynamoDB. */
export class TrainingTable implements WritableTrainings {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  /** @param tableName the agency table's */
  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async find(instansiId: string, id: OfferId): Promise<TrainingOffer | undefined> {
    const item = await this.#get(keyOfOffer(instansiId, id));
    return item && offerItem.parse(item);
  }

  async findAll(wanted: readonly Joined[]): Promise<readonly TrainingOffer[]> {
    const keys = wanted.map(({ instansiId, offer }) => keyOfOffer(instansiId, offer));
    const items = await batchGet(this.#db, this.#tableName, keys);
    return readable(offerItem, items, ({ id }) => ({ offerId: id }));
  }

  async list(instansiId: string): Promise<readonly TrainingOffer[]> {
    const items = await this.#all(`trainings#${instansiId}`);
    return readable(offerItem, items, ({ id }) => ({ offerId: id }));
  }

  async joinedBy(person: EmployeeId): Promise<readonly Joined[]> {
    const items = await this.#all(learnerKind(person));
    return readable(joinedItem, items, ({ id }) => ({ offerId: id }));
  }

  async noteJoin(person: EmployeeId, { offer, instansiId }: Joined): Promise<void> {
    const Item = {
      ...{ kind: learnerKind(person), id: offer, instansiId, ...joinedItem.version },
      type: "training-joined",
    };
    await this.#db.send(new PutCommand({ TableName: this.#tableName, Item }));
  }

  async register(id: OfferId): Promise<readonly RegisterLine[]> {
    const item = await this.#get(keyOfRegister(id));
    return item ? registerItem.parse(item).acts : [];
  }

  async registers(ids: readonly OfferId[]) {
    const items = await batchGet(this.#db, this.#tableName, ids.map(keyOfRegister));
    const parse = (item: Record<string, unknown>) =>
      [offerId.parse(item.id), registerItem.parse(item).acts] as const;
    return new Map(readable({ ...registerItem, parse }, items, ({ id }) => ({ offerId: id })));
  }

  /**
   * One write that no other one can stand in the way of: DynamoDB does updates of an item one after the other («UpdateItem», API Reference), so
   * two hundred at once need no try anew. A repeat after a lost answer writes the line twice, which the fold takes for one.
   */
  async append(id: OfferId, line: RegisterLine): Promise<readonly RegisterLine[]> {
    for (const pause of [...pausesMs, undefined]) {
      try {
        return await this.#append(id, line);
      } catch (error) {
        if (pause === undefined || !isThrottling(error)) throw error;
        await sleep(pause * Math.random());
      }
    }
    throw new Error("Unreachable: the last try returns or throws.");
  }

  async #append(id: OfferId, line: RegisterLine): Promise<readonly RegisterLine[]> {
    try {
      const { Attributes = {} } = await this.#db.send(
        new UpdateCommand({
          ...{ TableName: this.#tableName, Key: keyOfRegister(id), ReturnValues: "ALL_NEW" },
          UpdateExpression: "SET acts = list_append(acts, :line)",
          ConditionExpression: "size(acts) < :most",
          ExpressionAttributeValues: { ":line": [line], ":most": mostLines },
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return registerItem.parse(Attributes).acts;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      throw error.Item ? new Conflict("training-full") : new NotFound("No such register.");
    }
  }

  async save(offer: TrainingOffer, entry: AuditEntry, told?: RegisterLine): Promise<void> {
    const TableName = this.#tableName;
    const Item = {
      ...{ ...offer, ...offerItem.version, type: "training-offer" },
      ...keyOfOffer(offer.instansiId, offer.id),
    };
    const put = { TableName, Item, ...stillAt(offer.revision - 1, "id") };
    const taken = "record-changed";
    await writeTogether(this.#db, [
      { write: { Put: put }, taken },
      { write: this.#audit.append(entry), taken },
      ...(told ? [this.#tell(offer.id, told)] : []),
    ]);
  }

  #tell(id: OfferId, line: RegisterLine): TransactionStep {
    const { schemaVersion } = registerItem.version;
    const update = {
      ...{ TableName: this.#tableName, Key: keyOfRegister(id) },
      UpdateExpression:
        "SET acts = list_append(if_not_exists(acts, :none), :line), schemaVersion = if_not_exists(schemaVersion, :version), #type = :type",
      ExpressionAttributeNames: { "#type": "type" },
      ExpressionAttributeValues: {
        ...{ ":none": [], ":line": [line], ":version": schemaVersion },
        ":type": "training-register",
      },
    };
    return { write: { Update: update }, taken: "record-changed" };
  }

  #all(kind: string): Promise<readonly Record<string, unknown>[]> {
    return queryAll(this.#db, {
      TableName: this.#tableName,
      KeyConditionExpression: "kind = :kind",
      ExpressionAttributeValues: { ":kind": kind },
      ConsistentRead: true,
    });
  }

  async #get(Key: Record<string, string>): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item;
  }
}
