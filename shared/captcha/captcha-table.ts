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
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...usedFor?.record, id, expiresAt: usedFor?.endsAt ?? endsAt },
          ConditionExpression: "attribute_not_exists(id)",
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
