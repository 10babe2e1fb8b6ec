import { expect, test } from "vitest";
import { compilePattern } from "../../events/event-pattern.ts";

const event = {
  eventName: "MODIFY",
  size: 12,
  nothing: null,
  labels: ["new", "red"],
  dynamodb: { NewImage: { type: { S: "employee" }, cardChanged: { BOOL: true } } },
};

test.each<[string, object, boolean]>([
  ["a value", { eventName: ["INSERT", "MODIFY"] }, true],
  ["another value", { eventName: ["REMOVE"] }, false],
  ["a value of another type", { size: ["12"] }, false],
  ["null", { nothing: [null] }, true],
  ["null for what is missing", { missing: [null] }, false],
  ["nested members", { dynamodb: { NewImage: { type: { S: ["employee"] } } } }, true],
  ["a boolean", { dynamodb: { NewImage: { cardChanged: { BOOL: [true] } } } }, true],
  ["all members together", { eventName: ["MODIFY"], size: [13] }, false],
  ["an item of a list", { labels: ["red"] }, true],
  ["prefix", { eventName: [{ prefix: "MOD" }] }, true],
  ["prefix without case", { eventName: [{ prefix: { "equals-ignore-case": "mod" } }] }, true],
  ["suffix", { eventName: [{ suffix: "FY" }] }, true],
  ["equals-ignore-case", { eventName: [{ "equals-ignore-case": "modify" }] }, true],
  ["wildcard", { eventName: [{ wildcard: "M*F*" }] }, true],
  ["exists", { eventName: [{ exists: true }] }, true],
  ["exists of what is missing", { missing: [{ exists: true }] }, false],
  ["exists false", { missing: [{ exists: false }] }, true],
  ["anything-but", { eventName: [{ "anything-but": ["INSERT", "REMOVE"] }] }, true],
  ["anything-but the value", { eventName: [{ "anything-but": "MODIFY" }] }, false],
  ["anything-but a prefix", { eventName: [{ "anything-but": { prefix: "MOD" } }] }, false],
  ["anything-but of what is missing", { missing: [{ "anything-but": "x" }] }, false],
  ["numeric", { size: [{ numeric: [">", 10, "<=", 12] }] }, true],
  ["numeric beyond", { size: [{ numeric: ["<", 12] }] }, false],
  ["numeric of a text", { eventName: [{ numeric: [">", 0] }] }, false],
  ["$or", { $or: [{ size: [1] }, { eventName: ["MODIFY"] }] }, true],
  ["$or of none", { $or: [{ size: [1] }, { eventName: ["INSERT"] }] }, false],
])("the pattern %s", (_, pattern, expected) => {
  expect(compilePattern(pattern)(event)).toBe(expected);
});

test.each(["cidr", "is-even"])("the operator %s fails with its name", (name) => {
  expect(() => compilePattern({ a: [{ [name]: "x" }] })).toThrow(name);
});
