/** Recognises the failures of AWS that are over soon: too many requests, or an item that a transaction holds. */
import * as z from "zod";

/**
 * The names that the services we use give to throttling: «Common errors» of the API references of Cognito user pools,
 * DynamoDB, KMS, S3, SQS and SES. The SDK has by then tried three times. Not here is `LimitExceededException` of Cognito:
 * that is one account's limit, not ours.
 */
const throttles: ReadonlySet<string> = new Set([
  "TooManyRequestsException",
  "ThrottlingException",
  "ThrottledException",
  "Throttling",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "SlowDown",
  // No throttling, but over as soon: a transaction holds the item («UpdateItem», DynamoDB). The SDK does not try it again.
  "TransactionConflictException",
]);

/** The reasons of a cancelled transaction that may succeed soon («TransactWriteItems», DynamoDB). */
const throttledWrites: ReadonlySet<unknown> = new Set([
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "TransactionConflict",
]);

const cancelled = z.object({ CancellationReasons: z.array(z.object({ Code: z.unknown() })) });

/** Whether AWS refused because of capacity or of another write: the same request may succeed in a few seconds. */
export function isThrottling(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (throttles.has(error.name)) return true;
  const reasons = cancelled.safeParse(error).data?.CancellationReasons ?? [];
  return reasons.some(({ Code }) => throttledWrites.has(Code));
}
