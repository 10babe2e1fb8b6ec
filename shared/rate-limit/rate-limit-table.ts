import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import type { CountWindow } from "./limits.ts";
import { type Limit, type RateLimits, windowOf } from "./rate-limits.ts";

const countItem = storedItem({
  name: "count",
  schema: z.object({
    attempts: z.int(),
    /** Of what is counted once: the few things themselves. */
    things: z.array(z.string()).optional(),
  }),
});

/** Counts in DynamoDB, by fixed windows: one write for each thing counted. Who is counted is stored as a hash only. */
export class RateLimitTable implements RateLimits {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async count(limit: Limit, who: string, now: Date): Promise<void> {
    const counted = await this.add(limit, who, now);
    if (counted > limit.max) throw new TooManyAttempts(windowOf(limit, who, now).secondsLeft);
  }

  async countOnce(
    limit: Limit,
    { who, what }: { readonly who: string; readonly what: string },
    now: Date,
  ): Promise<void> {
    const { id, endsAt, secondsLeft } = windowOf(limit, who, now);
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { id },
          UpdateExpression:
            "ADD attempts :one SET things = list_append(if_not_exists(things, :none), :added), expiresAt = :end, schemaVersion = :version",
          ConditionExpression:
            "attribute_not_exists(attempts) OR (attempts < :max AND NOT contains(things, :what))",
          ExpressionAttributeValues: {
            ...{ ":one": 1, ":none": [], ":added": [what], ":what": what, ":max": limit.max },
            ...{ ":end": endsAt, ":version": countItem.version.schemaVersion },
          },
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const isCounted = error.Item?.things?.L?.some(({ S }) => S === what);
      if (!isCounted) throw new TooManyAttempts(secondsLeft);
    }
  }

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

  async read(window: CountWindow, who: string, now: Date): Promise<number> {
    const { id } = windowOf(window, who, now);
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item ? countItem.parse(Item).attempts : 0;
  }

  async forget(window: CountWindow, who: string, now: Date): Promise<void> {
    const { id } = windowOf(window, who, now);
    await this.#db.send(new DeleteCommand({ TableName: this.#tableName, Key: { id } }));
  }
}
