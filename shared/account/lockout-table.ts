import { createHash } from "node:crypto";
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Nip } from "#shared/employee/nip.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { type FailureRun, failureRun, isForgotten, type Lockouts } from "./lockout.ts";

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
    const goesOn = run && !isForgotten(run, now);
    await this.#update(
      nip,
      goesOn
        ? "SET failedAt = :now, attemptedAt = :now, expiresAt = :end, schemaVersion = :version ADD failures :one"
        : "SET failures = :one, failedAt = :now, attemptedAt = :now, expiresAt = :end, schemaVersion = :version",
      {
        ":one": 1,
        ":now": now.getTime(),
        ":end": epochSeconds(now) + keptSeconds,
        ":version": lockoutItem.version.schemaVersion,
      },
    );
  }

  async attempt(nip: Nip, now: Date): Promise<void> {
    await this.#update(nip, "SET attemptedAt = :now", { ":now": now.getTime() });
  }

  async clear(nip: Nip): Promise<void> {
    await this.#update(nip, "SET failures = :none, failedAt = :none, attemptedAt = :none", {
      ":none": 0,
    });
  }

  async #update(nip: Nip, UpdateExpression: string, values: Record<string, number>) {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: keyOf(nip),
        UpdateExpression,
        ExpressionAttributeValues: values,
      }),
    );
  }
}

function keyOf(nip: Nip): { id: string } {
  return { id: `lockout#${createHash("sha256").update(nip).digest("hex")}` };
}
