import { expect, test } from "vitest";
import { tableUnits } from "../../../bench/cost/table-units.ts";

const indexes = new Map([["people", [["unit"], ["day", "at"]]]]);
const inTable = { TableName: "people" };

test.each([
  ["GetItem", { ...inTable, Key: {}, ConsistentRead: true }, { reads: 1, writes: 0 }],
  ["Query", inTable, { reads: 0.5, writes: 0 }],
  [
    "BatchGetItem",
    { RequestItems: { people: { Keys: [{}, {}, {}], ConsistentRead: true } } },
    { reads: 3, writes: 0 },
  ],
  ["DeleteItem", { ...inTable, Key: {} }, { reads: 0, writes: 1 }],
  // In one of the two indexes: the other one's second key is missing.
  ["PutItem", { ...inTable, Item: { unit: { S: "x" }, day: { S: "y" } } }, { reads: 0, writes: 2 }],
  ["PutItem", { ...inTable, Item: { text: { S: "x".repeat(3000) } } }, { reads: 0, writes: 3 }],
  [
    "TransactWriteItems",
    { TransactItems: [{ Put: { ...inTable, Item: {} } }, { ConditionCheck: inTable }] },
    { reads: 0, writes: 4 },
  ],
])("%s of %j", (operation, input, expected) => {
  expect(tableUnits(operation, input, indexes)).toEqual(expected);
});

test("an operation whose price nobody has said is refused", () => {
  expect(() => tableUnits("ExecuteStatement", {}, indexes)).toThrow("dynamodb:ExecuteStatement");
});
