import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { sealShards } from "./entry-proof.ts";
import type { Leaf, Period } from "./seal.ts";
import type { WrittenEntries } from "./seals.ts";

const leaf = z.object({
  subjectId: z.string(),
  revision: z.int(),
  writtenAt: z.string(),
  digest: z.string(),
});

interface Asked {
  readonly ScanIndexForward?: boolean;
  readonly Limit?: number;
  readonly Select?: "COUNT";
  readonly ExclusiveStartKey?: Record<string, unknown> | undefined;
}

/** The audit table's index by the time of writing: keys and digests, nothing of what an entry says. */
export class WrittenEntriesTable implements WrittenEntries {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async earliest(): Promise<string | undefined> {
    const firsts = await sideBySide(sealShards, async (shard) => {
      const { Items = [] } = await this.#ask(shard, ever, { Limit: 1 });
      return Items.map((item) => leaf.parse(item).writtenAt);
    });
    return firsts.flat().sort()[0];
  }

  async count(period: Period): Promise<number> {
    const span = spanOf(period);
    const counts = await sideBySide(sealShards, async (shard) => {
      let count = 0;
      let from: Record<string, unknown> | undefined;
      do {
        const page = await this.#ask(shard, span, { Select: "COUNT", ExclusiveStartKey: from });
        count += page.Count ?? 0;
        from = page.LastEvaluatedKey;
      } while (from);
      return count;
    });
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async *within(period: Period): AsyncGenerator<Leaf> {
    const span = spanOf(period);
    for (const shard of sealShards) {
      let from: Record<string, unknown> | undefined;
      do {
        const page = await this.#ask(shard, span, { ExclusiveStartKey: from });
        yield* (page.Items ?? []).map((item) => leaf.parse(item));
        from = page.LastEvaluatedKey;
      } while (from);
    }
  }

  async #ask(shard: string, { from, last }: Span, asked: Asked) {
    return await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-writing",
        KeyConditionExpression: "sealShard = :shard AND writtenAt BETWEEN :from AND :last",
        ExpressionAttributeValues: { ":shard": shard, ":from": from, ":last": last },
        ...asked,
      }),
    );
  }
}

/** Both ends are in it, as BETWEEN takes them. */
interface Span {
  readonly from: string;
  readonly last: string;
}

/** Instants begin with the year. */
const ever: Span = { from: "0", last: "9" };

function spanOf({ from, to }: Period): Span {
  return { from, last: new Date(Date.parse(to) - 1).toISOString() };
}
