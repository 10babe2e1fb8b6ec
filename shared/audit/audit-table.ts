import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type AuditEntry,
  actorRoles,
  auditActions,
  type FieldChange,
  type Reading,
  readPurposes,
} from "./audit-entry.ts";

const role = z.enum(actorRoles);
const fieldChange: z.ZodType<FieldChange> = z.object({
  field: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
});
const entrySchema: z.ZodType<AuditEntry> = z.object({
  subjectId: z.string(),
  revision: z.number().int(),
  at: z.string(),
  actor: z.object({ role, id: z.string().optional() }),
  action: z.enum(auditActions),
  reason: z.string().optional(),
  changes: z.array(fieldChange),
});
const readingSchema: z.ZodType<Omit<Reading, "subjectId">> = z.object({
  at: z.string(),
  actor: z.object({ role, id: z.string() }),
  purpose: z.enum(readPurposes),
});

export type TransactionItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** A part of a history, newest first. */
export interface HistoryPage<T> {
  readonly items: readonly T[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: string | undefined;
}

export interface HistoryWish {
  readonly subjectId: string;
  readonly limit: number;
  /** `next` of the page before. */
  readonly from?: string | undefined;
}

/** The history of all records: changes, added only inside their own transaction, and readings. Nothing is taken away. */
export class AuditTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** The write that adds an entry, to be part of a transaction; it fails when the revision is already told of. */
  append(entry: AuditEntry): TransactionItem {
    return {
      Put: {
        TableName: this.#tableName,
        Item: entry,
        ConditionExpression: "attribute_not_exists(subjectId)",
      },
    };
  }

  /** The changes of one record; every one is on some page. */
  async history({ subjectId, limit, from }: HistoryWish): Promise<HistoryPage<AuditEntry>> {
    const { Items = [] } = await this.#db.send(
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
    return pageOf(Items, limit, "revision", (item) => entrySchema.parse(item));
  }

  /**
   * Notes that a record was read. Keys of readings are apart from those of changes, so a reading never takes a revision's
   * place. The same reader, purpose and record within one hour of the clock is noted once.
   */
  async noteReading({ subjectId, at, actor, purpose }: Reading): Promise<void> {
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: {
            subjectId: ["read", purpose, subjectId, actor.id].join("#"),
            // The number of the hour since 1970 stands where a change has its revision.
            revision: Math.floor(Date.parse(at) / 3_600_000),
            readOf: subjectId,
            readAt: `${at}#${actor.id}#${purpose}`,
            at,
            actor,
            purpose,
          },
          ConditionExpression: "attribute_not_exists(subjectId)",
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /** Who read one record; the newest reading can be a moment late (the index follows the table). */
  async readings({ subjectId, limit, from }: HistoryWish): Promise<HistoryPage<Reading>> {
    const { Items = [] } = await this.#db.send(
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
    return pageOf(Items, limit, "readAt", (item) => ({ subjectId, ...readingSchema.parse(item) }));
  }
}

function pageOf<T>(
  found: readonly Record<string, unknown>[],
  limit: number,
  key: string,
  read: (item: Record<string, unknown>) => T,
): HistoryPage<T> {
  const kept = found.slice(0, limit);
  return {
    items: kept.map(read),
    next: found.length > limit ? String(kept.at(-1)?.[key]) : undefined,
  };
}
