import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Captcha, CaptchaPurpose } from "./captcha.ts";

const schema: z.ZodType<Captcha> = z.object({
  id: z.string(),
  purpose: z.enum(["reset", "verify"]),
  textHash: z.string(),
  salt: z.string(),
  challenge: z.string(),
  endsAt: z.string(),
});

/** Captchas that wait for their answer. */
export class CaptchaTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(captcha: Captcha): Promise<void> {
    await this.#db.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { ...captcha, expiresAt: Math.ceil(Date.parse(captcha.endsAt) / 1000) },
      }),
    );
  }

  /** Takes a captcha away to check its answer: one write, and of parallel requests only one gets it. */
  async take(id: string, purpose: CaptchaPurpose): Promise<Captcha | undefined> {
    try {
      const { Attributes } = await this.#db.send(
        new DeleteCommand({
          TableName: this.#tableName,
          Key: { id },
          ConditionExpression: "purpose = :purpose",
          ExpressionAttributeValues: { ":purpose": purpose },
          ReturnValues: "ALL_OLD",
        }),
      );
      return schema.parse(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }
}
