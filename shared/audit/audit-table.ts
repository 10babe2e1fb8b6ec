import {
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  type QueryCommandOutput,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type Clock, systemClock } from "#shared/runtime/clock.ts";
import { type TransactionItem, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type AuditEntry, auditEntry, type Reading, reading } from "./audit-entry.ts";
import type { AuditTrail, HistoryPage, HistoryQuery } from "./audit-trail.ts";
import { beginningOf, prove } from "./entry-proof.ts";
import { erasedParts } from "./erased-values.ts";

const entryItem = storedItem({ name: "history", schema: auditEntry });

/** An entry from an item of the table or of its stream. @throws when it does not fit */
export const toAuditEntry = (item: Readonly<Record<string, unknown>>): AuditEntry =>
  entryItem.parse(item);

/** Keys of readings are apart from those of changes, so a reading never takes a revision's place. */
const readingItem = storedItem({
  name: "reading",
  schema: reading
    .omit({ subjectId: true })
    .extend({ readOf: z.string() })
    .transform(({ readOf, ...rest }) => ({ subjectId: readOf, ...rest })),
});

/** An entry that joins the chain of its record's history. */
export interface ChainedEntry {
  readonly write: TransactionItem;
  /** The entry's digest: what the record keeps, and the next entry names as the one before. */
  readonly head: string;
}

/**
 * The history of records and accounts: changes of records, each added in the transaction of the change, what happened to accounts, and readings.
 * Nothing is ever deleted, and each item proves itself (decision 0046).
 */
export class AuditTable implements AuditTrail {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #clock: Clock;

  constructor(db: DynamoDBDocumentClient, tableName: string, clock: Clock = systemClock) {
    this.#db = db;
    this.#tableName = tableName;
    this.#clock = clock;
  }

  /** The write that adds an entry, as a part of a transaction. It fails when the revision has an entry already. */
  append(entry: AuditEntry): TransactionItem {
    return { Put: this.#putOf({ ...entry, ...entryItem.version }) };
  }

  /**
   * As `append`, for the history of a record, whose entries are a chain.
   * @param head the digest that the record has of its entry before; undefined where its chain begins
   */
  chain(entry: AuditEntry, head: string | undefined): ChainedEntry {
    const previous = head ?? beginningOf(entry.subjectId);
    const put = this.#putOf({ ...entry, ...entryItem.version }, previous);
    return { write: { Put: put }, head: put.Item.digest };
  }

  #putOf(item: Parameters<typeof prove>[0], previous?: string) {
    return {
      TableName: this.#tableName,
      Item: prove(item, { writtenAt: this.#clock.now(), previous }),
      ConditionExpression: "attribute_not_exists(subjectId)",
    };
  }

  async add(entry: AuditEntry): Promise<boolean> {
    const put = this.#putOf({ ...entry, ...entryItem.version });
    return await unlessConditionFails(this.#db.send(new PutCommand(put)));
  }

  async history({ subjectId, limit, from }: HistoryQuery): Promise<HistoryPage<AuditEntry>> {
    const page = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: from
          ? "subjectId = :subject AND revision < :before"
          : "subjectId = :subject",
        ExpressionAttributeValues: {
          ":subject": subjectId,
          ...(from ? { ":before": Number(from) } : {}),
        },
        ScanIndexForward: false,
        // One more tells whether there is another page.
        Limit: limit + 1,
      }),
    );
    return pageOf(page, limit, "revision", (items) =>
      readable(entryItem, items.map(marked), ({ subjectId: id, revision }) => ({
        subjectId: id,
        revision,
      })),
    );
  }

  async noteReading({ subjectId, at, actor, purpose }: Reading): Promise<void> {
    const item = {
      subjectId: ["read", purpose, subjectId, actor.id].join("#"),
      // The number of the hour since 1970 stands where a change has its revision.
      revision: Math.floor(Date.parse(at) / 3_600_000),
      ...readingItem.version,
      readOf: subjectId,
      readAt: `${at}#${actor.id}#${purpose}`,
      at,
      actor,
      purpose,
    };
    await unlessConditionFails(this.#db.send(new PutCommand(this.#putOf(item))));
  }

  async readings({ subjectId, limit, from }: HistoryQuery): Promise<HistoryPage<Reading>> {
    const page = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-reading",
        KeyConditionExpression: from
          ? "readOf = :subject AND readAt < :before"
          : "readOf = :subject",
        ExpressionAttributeValues: { ":subject": subjectId, ...(from ? { ":before": from } : {}) },
        ScanIndexForward: false,
        // One more tells whether there is another page.
        Limit: limit + 1,
      }),
    );
    return pageOf(page, limit, "readAt", (items) =>
      readable(readingItem, items, ({ readOf, at }) => ({ subjectId: readOf, at })),
    );
  }
}

/** An erased value looks like one that never was. */
const marked = (item: Readonly<Record<string, unknown>>) => {
  const erased = erasedParts(item);
  return erased.length > 0 ? { ...item, erased } : item;
};

/** A query ends at a megabyte too, before it has as many as it was asked for («Query», Amazon DynamoDB API Reference). */
function pageOf<T>(
  { Items: found = [], LastEvaluatedKey: last }: QueryCommandOutput,
  limit: number,
  key: string,
  readAll: (items: readonly Record<string, unknown>[]) => T[],
): HistoryPage<T> {
  const kept = found.slice(0, limit);
  return {
    items: readAll(kept),
    next: found.length > limit || last ? String(kept.at(-1)?.[key]) : undefined,
  };
}
