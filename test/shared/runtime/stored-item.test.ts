import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { logger } from "#shared/runtime/logger.ts";
import { readable, storedItem, type Upcaster } from "#shared/runtime/stored-item.ts";

const upcasters: readonly Upcaster[] = [
  (item) => ({ colour: "red", ...item }),
  ({ size, ...item }) => ({ length: size, ...item }),
];
const schema = z.object({ colour: z.string(), length: z.number() });
const chair = storedItem({ name: "chair", schema, upcasters });

beforeEach(() => {
  vi.spyOn(logger, "error").mockReturnValue();
});

test("an item is written as the version that the upcasters lead to", () => {
  expect(chair.version).toEqual({ schemaVersion: 3 });
  expect(storedItem({ name: "stool", schema }).version).toEqual({ schemaVersion: 1 });
});

test.each([
  ["without a version", { size: 4 }, { colour: "red", length: 4 }],
  ["of the first", { schemaVersion: 1, size: 4 }, { colour: "red", length: 4 }],
  ["of the second", { schemaVersion: 2, size: 4, colour: "blue" }, { colour: "blue", length: 4 }],
  ["of today's", { schemaVersion: 3, length: 4, colour: "blue" }, { colour: "blue", length: 4 }],
  [
    "of the first, that newer code has updated",
    { schemaVersion: 1, size: 4, length: 5, colour: "blue" },
    { colour: "blue", length: 5 },
  ],
])("an item %s is read as today's", (_, item, read) => {
  expect(chair.parse(item)).toEqual(read);
});

test.each([
  { schemaVersion: 4, length: 4, colour: "blue" },
  { schemaVersion: 0, length: 4, colour: "blue" },
  { schemaVersion: "3", length: 4, colour: "blue" },
  { schemaVersion: 3, size: 4, colour: "blue" },
])("%j is refused", (item) => {
  expect(() => chair.parse(item)).toThrow();
});

test("of many items the one that cannot be read is reported by its id, and hides no neighbour", () => {
  const good = { id: 1, length: 4, colour: "blue", schemaVersion: 3 };
  const items = [good, { id: 2, length: "long", colour: "secret" }, { ...good, length: 5 }];

  expect(readable(chair, items, ({ id }) => ({ chairId: id })).map(({ length }) => length)).toEqual(
    [4, 5],
  );
  expect(vi.mocked(logger.error).mock.calls).toEqual([["chair.unreadable", { chairId: 2 }]]);
});
