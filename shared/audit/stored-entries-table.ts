import { type DynamoDBDocumentClient, paginateQuery, paginateScan } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import type { StoredEntry } from "./entry-proof.ts";
import type { EntryKey } from "./verify-history.ts";
import type { EntriesByKey } from "./verify-seals.ts";

const entryKey = z.object({
  subjectId: z.string(),
  revision: z.int(),
  at: z.string().default(""),
  writtenAt: z.string().optional(),
  sealShard: z.string().optional(),
});

/** The audit table for who verifies it: items as they are stored, because what was changed in one may not fit a schema. */
export class StoredEntriesTable implements EntriesByKey {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(
    keys: readonly { readonly subjectId: string; readonly revision: number }[],
  ): Promise<StoredEntry[]> {
    const wanted = keys.map(({ subjectId, revision }) => ({ subjectId, revision }));
    return await batchGet(this.#db, this.#tableName, wanted);
  }

  async *history(subjectId: string): AsyncGenerator<StoredEntry> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        KeyConditionExpression: "subjectId = :subject",
        ExpressionAttributeValues: { ":subject": subjectId },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) yield* Items;
  }

  async *keys(): AsyncGenerator<EntryKey> {
    const pages = paginateScan(
      { client: this.#db },
      {
        TableName: this.#tableName,
        ProjectionExpression: "subjectId, revision, #at, writtenAt, sealShard",
        ExpressionAttributeNames: { "#at": "at" },
      },
    );
    for await (const { Items = [] } of pages) yield* Items.map((item) => entryKey.parse(item));
  }
}
