/** Failures of AWS as its SDK throws them. */
import {
  ConditionalCheckFailedException,
  ThrottlingException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";

const told = { message: "told by AWS", $metadata: {} };

export const conditionFailed = () => new ConditionalCheckFailedException(told);

/** @param codes of the transaction's writes in their order; "None" for those that would have worked */
export const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    ...told,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

/** Failures that no use case can handle: they must reach the handler unchanged. */
export const outages: readonly (readonly [string, Error])[] = [
  ["throttling", new ThrottlingException(told)],
  ["a broken connection", Object.assign(new Error("socket hang up"), { code: "ECONNRESET" })],
];
