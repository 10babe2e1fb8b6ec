import { DeleteCommand, type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Id } from "#shared/runtime/ids.ts";
import type { ErasedPart } from "./erase-leavers.ts";

const indexed = z.looseObject({ id: z.string() });
type Indexed = z.infer<typeof indexed>;

interface Beside {
  /** What goes before an item, which says what is meant. */
  readonly first?: (item: Indexed) => Promise<void>;
  /** Keys of the same table that go with it. */
  readonly keys?: (item: Indexed) => readonly string[];
}

/** What a table holds about one person in items of their own, which its index `by-person` finds: approvals, requests, papers. */
export class PersonIndexedTable implements ErasedPart {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #beside: Beside;

  constructor(db: DynamoDBDocumentClient, tableName: string, beside: Beside = {}) {
    this.#db = db;
    this.#tableName = tableName;
    this.#beside = beside;
  }

  async erase(id: Id<"emp">): Promise<void> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        IndexName: "by-person",
        KeyConditionExpression: "personId = :person",
        ExpressionAttributeValues: { ":person": id },
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) await this.#eraseItem(indexed.parse(item));
    }
  }

  async #eraseItem(item: Indexed): Promise<void> {
    const { first, keys = () => [] } = this.#beside;
    await first?.(item);
    for (const id of [...keys(item), item.id])
      await this.#db.send(new DeleteCommand({ TableName: this.#tableName, Key: { id } }));
  }
}
