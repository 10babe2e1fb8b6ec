import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import type { Unit } from "#shared/access/scope.ts";
import { type NameLine, type NameRanges, nameLine, placesAmong } from "./name-index.ts";

/** The lines of the index by name in DynamoDB, in their order. They lie in the employee table. */
export class NameIndexTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the employee table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /** Lines in one partition of the index by name, from `first` on, while they begin with `begin`. */
  async *from(
    partition: string,
    { first, begin, chunk }: { first: string; begin: string; chunk: number },
  ): AsyncGenerator<string> {
    const pages = paginateQuery(
      { client: this.#db, pageSize: chunk },
      {
        TableName: this.#tableName,
        IndexName: "by-name",
        KeyConditionExpression: "listedIn = :partition AND listedAs BETWEEN :first AND :last",
        ExpressionAttributeValues: {
          ":partition": partition,
          ":first": first,
          // "~" sorts after every character that a line can have there.
          ":last": `${begin}~`,
        },
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

  /** The same lines, of people in these units. Each unit is read whole, because no index lists a unit by name. */
  async *inUnits(
    instansiId: string,
    units: readonly string[],
    ranges: NameRanges & { readonly first: string },
  ): AsyncGenerator<string> {
    const listed = await Promise.all(
      units.map((unit) => Array.fromAsync(this.#listedIn({ instansiId, unitKerja: unit }))),
    );
    yield* placesAmong(listed.flat(), ranges);
  }

  /** Lines of the list of those who work in a unit, also of records that cannot be read. */
  async *#listedIn({ instansiId, unitKerja }: Unit): AsyncGenerator<NameLine> {
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        IndexName: "by-unit",
        KeyConditionExpression: "instansiId = :instansi AND unitKerja = :unit",
        ExpressionAttributeValues: { ":instansi": instansiId, ":unit": unitKerja },
        ProjectionExpression: "listedIn, listedAs",
      },
    );
    for await (const { Items = [] } of pages) yield* Items.map((item) => nameLine.parse(item));
  }
}
