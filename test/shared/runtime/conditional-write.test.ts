import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import {
  refusalOf,
  unlessConditionFails,
  writeTogether,
} from "#shared/runtime/conditional-write.ts";
import { cancelled, conditionFailed, outages } from "../../support/aws-failures.ts";

test("a write says whether its condition held", async () => {
  expect(await unlessConditionFails(Promise.resolve())).toBe(true);
  expect(await unlessConditionFails(Promise.reject(conditionFailed()))).toBe(false);
});

test.each(outages)("%s is no answer", async (_, outage) => {
  await expect(unlessConditionFails(Promise.reject(outage))).rejects.toBe(outage);
  expect(refusalOf(outage)).toBeUndefined();
});

test.each([
  [cancelled("None", "ConditionalCheckFailed", "ConditionalCheckFailed"), [1, 2], false],
  [cancelled("TransactionConflict", "ConditionalCheckFailed"), [1], true],
  [cancelled("None", "TransactionConflict"), [], true],
])("a transaction says which of its conditions failed", (error, failed, contended) => {
  expect(refusalOf(error)).toEqual({ failed, contended });
});

test.each([cancelled("ThrottlingError", "None"), cancelled()])(
  "a transaction that no condition stopped was not refused",
  (error) => {
    expect(refusalOf(error)).toBeUndefined();
  },
);

const steps = [
  { write: {}, taken: "record-changed" },
  { write: {}, taken: "request-repeated" },
] as const;

/** A client whose transaction comes to this end. */
function failingWith(error: Error) {
  const client = new DynamoDBClient({ region: "ap-southeast-3" });
  client.middlewareStack.add(
    () => async () => {
      throw error;
    },
    { step: "initialize" },
  );
  return DynamoDBDocumentClient.from(client);
}

test.each<[string, readonly string[]]>([
  ["record-changed", ["ConditionalCheckFailed", "None"]],
  ["request-repeated", ["ConditionalCheckFailed", "ConditionalCheckFailed"]],
  ["record-changed", ["None", "TransactionConflict"]],
])("a transaction is refused as %s after %j", async (code, reasons) => {
  await expect(writeTogether(failingWith(cancelled(...reasons)), steps)).rejects.toMatchObject({
    code,
    status: 409,
  });
});

test.each(outages)("%s in a transaction stays what it is", async (_, outage) => {
  await expect(writeTogether(failingWith(outage), steps)).rejects.toBe(outage);
});
