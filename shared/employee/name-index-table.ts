import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { nameLine, type Range } from "./name-index.ts";
import type { NameLines } from "./search-lines.ts";

/** The lines of the index by name in DynamoDB, in their order. They lie in the employee table. */
export class NameIndexTable implements NameLines {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the employee table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async *from(
    partition: string,
    { first, last, chunk }: Range & { readonly chunk: number },
  ): AsyncGenerator<string> {
    const pages = paginateQuery(
      { client: this.#db, pageSize: chunk },
      {
        TableName: this.#tableName,
        IndexName: "by-name",
        KeyConditionExpression: "listedIn = :partition AND listedAs BETWEEN :first AND :last",
        ExpressionAttributeValues: { ":partition": partition, ":first": first, ":last": last },
      },
    );
    for await (const { Items = [] } of pages)
      yield* Items.map((item) => nameLine.parse(item).listedAs);
  }

  /** How many lines of one partition begin with `begin`. */
  async count(partition: string, begin: string): Promise<number> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        ...{ TableName: this.#tableName, IndexName: "by-name", Select: "COUNT" },
        KeyConditionExpression: "listedIn = :partition AND begins_with(listedAs, :begin)",
        ExpressionAttributeValues: { ":partition": partition, ":begin": begin },
      },
    );
    let lines = 0;
    for await (const { Count = 0 } of pages) lines += Count;
    return lines;
  }
}
