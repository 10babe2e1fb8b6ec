import { randomUUID } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { AnsweredChallenges, UsedFor } from "./work-challenge.ts";

/** Which challenges have been answered: each serves once. One that was used for a card is kept as the scan (decision 0061). */
export class CaptchaTable implements AnsweredChallenges {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async use({ id, endsAt }: { id: string; endsAt: number }, usedFor?: UsedFor): Promise<boolean> {
    // By chance for each use, so that of those who use the same one at the same moment each knows whether it was the first.
    const usedBy = randomUUID();
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...usedFor?.record, id, usedBy, expiresAt: usedFor?.endsAt ?? endsAt },
          ConditionExpression: "attribute_not_exists(id)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return true;
    } catch (error) {
      // The SDK repeats a write whose answer was lost, and the condition of the repeat fails by what the first one wrote.
      if (error instanceof ConditionalCheckFailedException) return error.Item?.usedBy?.S === usedBy;
      throw error;
    }
  }
}
