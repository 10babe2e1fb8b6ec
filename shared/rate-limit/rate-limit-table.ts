import { createHash } from "node:crypto";
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import type { CountWindow } from "./limits.ts";

const countItem = storedItem({ name: "count", schema: z.object({ attempts: z.int() }) });

/** At most `max` in each window. */
export interface Limit extends CountWindow {
  readonly max: number;
}

/** Counts in DynamoDB, by fixed windows: one write for each thing counted. Who is counted is stored as a hash only. */
export class RateLimitTable {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /**
   * Counts one, before it is known what comes of it.
   * @throws TooManyAttempts from the one after `limit.max` to the end of the window
   */
  async count(limit: Limit, who: string, now: Date): Promise<void> {
    const counted = await this.add(limit, who, now);
    if (counted > limit.max) throw new TooManyAttempts(windowOf(limit, who, now).secondsLeft);
  }

  /** Counts one. @returns how many there are now in this window */
  async add(window: CountWindow, who: string, now: Date): Promise<number> {
    const { id, endsAt } = windowOf(window, who, now);
    const { Attributes } = await this.#db.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: { id },
        UpdateExpression: "ADD attempts :one SET expiresAt = :end, schemaVersion = :version",
        ExpressionAttributeValues: {
          ":one": 1,
          ":end": endsAt,
          ":version": countItem.version.schemaVersion,
        },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    return countItem.parse(Attributes ?? {}).attempts;
  }

  /** How many were counted in the window that `now` is in. */
  async read(window: CountWindow, who: string, now: Date): Promise<number> {
    const { id } = windowOf(window, who, now);
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item ? countItem.parse(Item).attempts : 0;
  }
}

/** The item that counts `who` now, when its window ends (epoch seconds), and in how many seconds that is. */
export function windowOf(
  { name, windowSeconds }: CountWindow,
  who: string,
  now: Date,
): { id: string; endsAt: number; secondsLeft: number } {
  const start = Math.floor(epochSeconds(now) / windowSeconds) * windowSeconds;
  const hash = createHash("sha256").update(who).digest("hex");
  const endsAt = start + windowSeconds;
  return { id: `${name}#${hash}#${start}`, endsAt, secondsLeft: endsAt - epochSeconds(now) };
}
