import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";

/** Which challenges have been answered: each serves once. */
export class CaptchaTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /**
   * Uses a challenge up: one write, and of parallel answers only one is told true.
   * @param endsAt epoch seconds; until then it has to be remembered
   */
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
