import { DeleteCommand, type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Id } from "#shared/runtime/ids.ts";
import type { ErasedPart } from "./erase-leavers.ts";

const key = z.object({ id: z.string(), person: z.string() });

/** The months of attendance of one person, and the numbers by which machines know them. */
export class PersonAttendanceTable implements ErasedPart {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async erase(person: Id<"emp">): Promise<void> {
    const TableName = this.#tableName;
    const pages = paginateQuery(
      { client: this.#db },
      {
        TableName,
        IndexName: "by-person",
        KeyConditionExpression: "person = :person",
        ExpressionAttributeValues: { ":person": person },
      },
    );
    for await (const { Items = [] } of pages)
      for (const item of Items)
        await this.#db.send(new DeleteCommand({ TableName, Key: key.parse(item) }));
  }
}
