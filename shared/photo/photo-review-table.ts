import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import type { Awaiting, AwaitingQuery, PhotoReviews } from "./photo-reviews.ts";

const line = z
  .object({ id: employeeId, photoToReviewFrom: z.string() })
  .transform(({ id, photoToReviewFrom: from }) => ({ id, from }));

/** The photos that wait, by an index of the employee table that has nobody else. */
export class PhotoReviewTable implements PhotoReviews {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the employee table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async awaiting(
    instansiId: string,
    { now, limit, after }: AwaitingQuery,
  ): Promise<readonly Awaiting[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-photo-review",
        KeyConditionExpression: "instansiId = :agency AND photoToReviewFrom <= :now",
        ExpressionAttributeValues: { ":agency": instansiId, ":now": now.toISOString() },
        Limit: limit,
        ...(after && {
          ExclusiveStartKey: { instansiId, photoToReviewFrom: after.from, id: after.id },
        }),
      }),
    );
    return Items.map((item) => line.parse(item));
  }
}
