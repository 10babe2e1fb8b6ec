import { expect, test } from "vitest";
import { refusalOf, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
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
