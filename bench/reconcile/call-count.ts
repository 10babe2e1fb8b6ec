/** Counts calls of SDK clients, and the read units that DynamoDB says they took. */
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";

/** What DynamoDB says of a Query or GetItem that asks for it. */
const measured = z.looseObject({
  output: z.looseObject({ ConsumedCapacity: z.looseObject({ CapacityUnits: z.number() }) }),
});
/**
 * What is not there costs the smallest read too («DynamoDB read and write operations», Developer Guide); the embedded cloud says 0 of
 * a query that finds nothing.
 */
const leastUnits = 0.5;
const reads: ReadonlySet<string> = new Set(["QueryCommand", "GetItemCommand"]);

export interface Counted {
  /** By the command's name, "QueryCommand". */
  readonly calls: Readonly<Record<string, number>>;
  readonly readUnits: number;
}

export class CallCount {
  #calls: Record<string, number> = {};
  #readUnits = 0;

  constructor([dynamodb, sqs, s3]: readonly [DynamoDBClient, SQSClient, S3Client]) {
    const count = (name = "") => {
      this.#calls[name] = (this.#calls[name] ?? 0) + 1;
    };
    dynamodb.middlewareStack.add(
      (next, { commandName = "" }) =>
        async (args) => {
          count(commandName);
          if (!reads.has(commandName)) return next(args);
          Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
          const result = await next(args);
          const { CapacityUnits } = measured.parse(result).output.ConsumedCapacity;
          this.#readUnits += Math.max(leastUnits, CapacityUnits);
          return result;
        },
      { step: "initialize" },
    );
    sqs.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          count(commandName);
          return next(args);
        },
      { step: "initialize" },
    );
    s3.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          count(commandName);
          return next(args);
        },
      { step: "initialize" },
    );
  }

  /** What was counted since it was taken last. */
  take(): Counted {
    const counted = { calls: this.#calls, readUnits: this.#readUnits };
    this.#calls = {};
    this.#readUnits = 0;
    return counted;
  }
}
