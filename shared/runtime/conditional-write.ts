/** Writes with a condition: a failed condition is an ordinary result, every other failure is an error. */
import { setTimeout as sleep } from "node:timers/promises";
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { Conflict } from "./errors.ts";
import type { JoinedWrite } from "./joined-write.ts";
import { isThrottling } from "./throttling.ts";

/** @returns whether it was written; false when its condition did not hold. @throws every other failure */
export async function unlessConditionFails(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

export type TransactionItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** One write of a transaction of DynamoDB's. */
export interface TransactionStep extends JoinedWrite {
  readonly write: TransactionItem;
}

/**
 * The condition that an item is still at the revision that was read.
 * @param revision 0 when there was no item. @param key the name of its partition key
 */
export function stillAt(revision: number, key: string) {
  return revision === 0
    ? { ConditionExpression: `attribute_not_exists(${key})` }
    : {
        ConditionExpression: "revision = :seen",
        ExpressionAttributeValues: { ":seen": revision },
      };
}

/** Holds a transaction to an item that was read: it fails as `decision-raced` when somebody has changed it since. */
export function unchangedStep(
  TableName: string,
  Key: Readonly<Record<string, string>>,
  revision: number,
): TransactionStep {
  const check = { TableName, Key, ...stillAt(revision, Object.keys(Key)[0] ?? "") };
  return { write: { ConditionCheck: check }, taken: "decision-raced" };
}

/**
 * The longest pauses before a transaction is tried again that had no capacity or met another one, milliseconds. The SDK
 * does not try a cancelled transaction again, whatever its reasons are: its list of throttling errors (retry of @smithy/core) has
 * TransactionInProgressException alone.
 */
const pausesMs = [50, 100, 200, 400];

/**
 * Writes all steps or none.
 * @throws Conflict with the code of the last step whose condition failed; with the code of the first step when other writes used one of
 * the items again and again; what `isThrottling` knows when there was no capacity for about half a second
 */
export async function writeTogether(
  db: DynamoDBDocumentClient,
  steps: readonly [TransactionStep, ...TransactionStep[]],
): Promise<void> {
  for (const pause of [...pausesMs, undefined]) {
    try {
      await db.send(new TransactWriteCommand({ TransactItems: steps.map(({ write }) => write) }));
      return;
    } catch (error) {
      const refusal = refusalOf(error);
      const isOverSoon = error instanceof TransactionCanceledException && isThrottling(error);
      if (pause === undefined || !isOverSoon || refusal?.failed.length) {
        if (!refusal) throw error;
        const failed = steps[refusal.failed.at(-1) ?? 0] ?? steps[0];
        throw new Conflict(failed.taken);
      }
      // By chance shorter, so that those who met do not meet again.
      await sleep(pause * Math.random());
    }
  }
}

/** Why nothing of a transaction was written. */
export interface Refusal {
  /** The places of the writes whose condition did not hold, in the order of the transaction. */
  readonly failed: readonly number[];
  /** Another write used one of the items at the same moment. */
  readonly contended: boolean;
}

/**
 * Why a transaction was refused; undefined when there was another reason than its conditions, for example no capacity
 * («CancellationReasons», TransactWriteItems, Amazon DynamoDB API Reference).
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
  const failed = codes.flatMap((code, place) => (code === "ConditionalCheckFailed" ? [place] : []));
  const contended = codes.includes("TransactionConflict");
  return failed.length > 0 || contended ? { failed, contended } : undefined;
}
