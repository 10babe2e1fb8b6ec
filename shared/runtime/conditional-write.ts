/** What became of a write that names its condition: "no" is an ordinary answer, everything else is an error. */
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";

/** @returns whether it was written; false when its condition did not hold. @throws whatever else came of it */
export async function unlessConditionFails(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Why nothing of a transaction was written. */
export interface Refusal {
  /** The places of the writes whose condition did not hold, in the order of the transaction. */
  readonly failed: readonly number[];
  /** Another write was at one of the items at the same moment. */
  readonly contended: boolean;
}

/**
 * Why a transaction was refused; undefined when its conditions had nothing to do with it: it was cancelled for want of
 * capacity too («CancellationReasons», TransactWriteItems, Amazon DynamoDB API Reference).
 */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
  const failed = codes.flatMap((code, place) => (code === "ConditionalCheckFailed" ? [place] : []));
  const contended = codes.includes("TransactionConflict");
  return failed.length > 0 || contended ? { failed, contended } : undefined;
}
