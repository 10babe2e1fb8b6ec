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

/** A client whose transaction comes to these ends, one after the other, and then succeeds. */
function endingWith(...ends: Error[]) {
  const client = new DynamoDBClient({ region: "ap-southeast-3" });
  let tries = 0;
  client.middlewareStack.add(
    () => async () => {
      tries += 1;
      const end = ends.shift();
      if (end) throw end;
      return { output: { $metadata: {} }, response: {} };
    },
    { step: "initialize" },
  );
  return { db: DynamoDBDocumentClient.from(client), tries: () => tries };
}

test("a transaction without capacity, or that meets another one, is tried again", async () => {
  const { db, tries } = endingWith(
    cancelled("ThrottlingError", "None"),
    cancelled("None", "TransactionConflict"),
    cancelled("None", "ProvisionedThroughputExceeded"),
  );
  await writeTogether(db, steps);
  expect(tries()).toBe(4);
});

test("it is tried five times, and a failed condition is told at once", async () => {
  const busy = Array.from({ length: 9 }, () => cancelled("None", "ThrottlingError"));
  const throttled = endingWith(...busy);
  await expect(writeTogether(throttled.db, steps)).rejects.toBe(busy[4]);
  expect(throttled.tries()).toBe(5);

  const refused = endingWith(
    cancelled("TransactionConflict", "None"),
    cancelled("TransactionConflict", "ConditionalCheckFailed"),
  );
  await expect(writeTogether(refused.db, steps)).rejects.toMatchObject({
    code: "request-repeated",
  });
  expect(refused.tries()).toBe(2);
});
