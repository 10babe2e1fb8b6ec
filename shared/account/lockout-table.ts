import { createHash } from "node:crypto";
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Nip } from "#shared/employee/nip.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import {
  type FailureRun,
  failureRun,
  forgottenUpTo,
  isForgotten,
  type Lockouts,
} from "./lockout.ts";

const lockoutItem = storedItem({ name: "lockout", schema: failureRun });

/** How long an item lives after the last attempt, seconds. It counts for a shorter time. */
const keptSeconds = 3_600;

/** The failures in a row of each number that was tried, also of numbers that nobody has. They lie in the rate limit table. */
export class LockoutTable implements Lockouts {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  /** @param tableName the rate limit table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(nip: Nip): Promise<FailureRun | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: keyOf(nip), ConsistentRead: true }),
    );
    return Item && lockoutItem.parse(Item);
  }

  async fail(nip: Nip, run: FailureRun | undefined, now: Date): Promise<void> {
    const values = {
      ":one": 1,
      ":now": now.getTime(),
      ":forgotten": forgottenUpTo(now),
      ":end": epochSeconds(now) + keptSeconds,
      ":version": lockoutItem.version.schemaVersion,
    };
    const noted = "failedAt = :now, attemptedAt = :now, expiresAt = :end, schemaVersion = :version";
    const goesOn = () =>
      this.#update(nip, `SET ${noted} ADD failures :one`, values, "attemptedAt > :forgotten");
    const begins = () =>
      this.#update(
        nip,
        `SET failures = :one, ${noted}`,
        values,
        "attribute_not_exists(attemptedAt) OR attemptedAt <= :forgotten",
      );
    // Of failures at the same moment one begins the row, and the others go on with it.
    const isLikely = run && !isForgotten(run, now);
    for (const write of isLikely ? [goesOn, begins, goesOn] : [begins, goesOn, begins])
      if (await write()) return;
    throw new Error("The failures of a number keep beginning anew.");
  }

  async attempt(nip: Nip, now: Date): Promise<void> {
    await this.#update(nip, "SET attemptedAt = :now", { ":now": now.getTime() });
  }

  async clear(nip: Nip): Promise<void> {
    await this.#update(nip, "SET failures = :none, failedAt = :none, attemptedAt = :none", {
      ":none": 0,
    });
  }

  /** @returns false when the condition fails */
  #update(
    nip: Nip,
    UpdateExpression: string,
    values: Record<string, number>,
    ConditionExpression?: string,
  ): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: keyOf(nip),
          UpdateExpression,
          ConditionExpression,
          ExpressionAttributeValues: values,
        }),
      ),
    );
  }
}

function keyOf(nip: Nip): { id: string } {
  return { id: `lockout#${createHash("sha256").update(nip).digest("hex")}` };
}
