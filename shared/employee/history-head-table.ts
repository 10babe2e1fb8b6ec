import { type DynamoDBDocumentClient, GetCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { HistoryHead } from "#shared/audit/verify-chain.ts";

const head = z.object({
  id: z.string(),
  revision: z.int(),
  historyDigest: z.string().optional(),
});

/** What each record says of its history, and nothing else of it. */
export class HistoryHeadTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** Strongly consistent; undefined when there is no such record. */
  async head(subjectId: string): Promise<HistoryHead | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { id: subjectId },
        ProjectionExpression: "id, revision, historyDigest",
        ConsistentRead: true,
      }),
    );
    return Item && toHead(Item);
  }

  /** Of all records. */
  async *heads(): AsyncGenerator<HistoryHead> {
    const pages = paginateScan(
      { client: this.#db },
      {
        TableName: this.#tableName,
        FilterExpression: "#type = :employee",
        ProjectionExpression: "id, revision, historyDigest",
        ExpressionAttributeNames: { "#type": "type" },
        ExpressionAttributeValues: { ":employee": "employee" },
      },
    );
    for await (const { Items = [] } of pages) yield* Items.map(toHead);
  }
}

function toHead(item: Readonly<Record<string, unknown>>): HistoryHead {
  const { id, revision, historyDigest } = head.parse(item);
  return { subjectId: id, revision, digest: historyDigest };
}
