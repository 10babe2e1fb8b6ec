import { createHash } from "node:crypto";
import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { epochSeconds } from "./clock.ts";
import { TooManyAttempts } from "./errors.ts";

/** At most `max` attempts in each fixed window of that many seconds. */
export interface Limit {
  /** "login-by-nip": what is counted, and by what. */
  readonly name: string;
  readonly max: number;
  readonly windowSeconds: number;
}

/** Counts attempts in DynamoDB: one write each, and no reads. Who attempted is stored as a hash only. */
export class RateLimitTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /**
   * Counts one attempt of `who`, before it is known whether it succeeds.
   * @throws TooManyAttempts from the attempt after `limit.max` to the end of the window
   */
  async count(limit: Limit, who: string, now: Date): Promise<void> {
    const { id, endsAt } = windowOf(limit, who, now);
    const { Attributes } = await this.#db.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: { id },
        UpdateExpression: "ADD attempts :one SET expiresAt = :end",
        ExpressionAttributeValues: { ":one": 1, ":end": endsAt },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    if (Number(Attributes?.attempts) > limit.max) {
      throw new TooManyAttempts(endsAt - epochSeconds(now));
    }
  }
}

/** The item that counts `who` now, and when its window ends (epoch seconds). */
export function windowOf(limit: Limit, who: string, now: Date): { id: string; endsAt: number } {
  const start = Math.floor(epochSeconds(now) / limit.windowSeconds) * limit.windowSeconds;
  const hash = createHash("sha256").update(who).digest("hex");
  return { id: `${limit.name}#${hash}#${start}`, endsAt: start + limit.windowSeconds };
}
