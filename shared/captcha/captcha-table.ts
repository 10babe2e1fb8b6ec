import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { AnsweredChallenges } from "./work-challenge.ts";

/** Which challenges have been answered: each serves once. */
export class CaptchaTable implements AnsweredChallenges {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async use({ id, endsAt }: { id: string; endsAt: number }): Promise<boolean> {
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { id, expiresAt: endsAt },
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
