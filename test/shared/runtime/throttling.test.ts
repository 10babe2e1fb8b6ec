import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { isThrottling } from "#shared/runtime/throttling.ts";

const told = { message: "", $metadata: {} };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    ...told,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

test.each([
  ["a transaction holds the item", new TransactionConflictException(told), true],
  ["a transaction met another one", cancelled("None", "TransactionConflict"), true],
  ["a transaction met a table's ceiling", cancelled("ThrottlingError", "None"), true],
  ["a condition of a transaction failed", cancelled("ConditionalCheckFailed"), false],
  ["a condition failed", new ConditionalCheckFailedException(told), false],
])("%s: whether the same may succeed soon", (_, error, isWorth) => {
  expect(isThrottling(error)).toBe(isWorth);
});
