import { DeleteCommand, type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import type { Id } from "#shared/runtime/ids.ts";
import type { ErasedPart } from "./erase-leavers.ts";

/** The items of one person in a table whose partition key is `employeeId`. */
export class PersonItemsTable implements ErasedPart {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #keysOf: (id: Id<"emp">) => readonly string[];
  readonly #sortKey: string | undefined;

  /**
   * @param sortKey of a table that has one; of another one there is one item, which nothing reads
   * @param keysOf where the person's items are, if in more than one place
   */
  constructor(
    db: DynamoDBDocumentClient,
    tableName: string,
    sortKey?: string,
    keysOf: (id: Id<"emp">) => readonly string[] = (id) => [id],
  ) {
    this.#db = db;
    this.#tableName = tableName;
    this.#sortKey = sortKey;
    this.#keysOf = keysOf;
  }

  async erase(id: Id<"emp">): Promise<void> {
    for (const employeeId of this.#keysOf(id))
      for await (const Key of this.#keysUnder(employeeId))
        await this.#db.send(new DeleteCommand({ TableName: this.#tableName, Key }));
  }

  async *#keysUnder(employeeId: string): AsyncGenerator<Record<string, unknown>> {
    const sortKey = this.#sortKey;
    if (sortKey === undefined) return yield { employeeId };
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName: this.#tableName,
        KeyConditionExpression: "employeeId = :person",
        ProjectionExpression: "#sort",
        ExpressionAttributeNames: { "#sort": sortKey },
        ExpressionAttributeValues: { ":person": employeeId },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages)
      for (const item of Items) yield { employeeId, [sortKey]: item[sortKey] };
  }
}
