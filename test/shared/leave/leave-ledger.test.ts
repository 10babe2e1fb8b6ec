import { expect, test } from "vitest";
import { freeIn, heldBy, leaveNotes } from "#shared/leave/leave-balance.ts";
import { accountOf, post } from "#shared/leave/leave-ledger.ts";
import { type Movement, movement, movementKinds } from "#shared/leave/leave-movement.ts";
import { oneYear, posted } from "../../support/leave.ts";

const line = (change: Partial<Movement>): Movement => ({
  kind: "reserve",
  year: 2027,
  source: 2027,
  days: 5,
  cause: "req_1",
  leave: "req_1",
  on: "2027-02-01",
  ...change,
});

test("the balance is what was granted less what is held", () => {
  const reserved = posted(oneYear, [line({})]);
  const taken = posted(reserved, [line({ kind: "take" })]);

  expect(freeIn(accountOf(reserved), 2027)).toBe(7);
  expect(freeIn(accountOf(taken), 2027)).toBe(7);
  expect(heldBy(accountOf(taken), "req_1")).toMatchObject([{ reserved: 0, taken: 5 }]);
});

test("a movement that comes twice counts once", () => {
  const once = posted(oneYear, [line({})]);
  const twice = posted(posted(once, [line({})]), [line({}), line({})]);

  expect(twice).toEqual(once);
  expect(accountOf([...once, ...once])).toEqual(accountOf(once));
});

test("one cause moves two requests, and two causes one request", () => {
  const both = posted(oneYear, [
    line({ cause: "keppres" }),
    line({ cause: "keppres", leave: "req_2" }),
    line({ cause: "req_1@2", days: 1 }),
  ]);

  expect(freeIn(accountOf(both), 2027)).toBe(1);
});

test("what would go below zero is refused whole", () => {
  const more = [line({ days: 7 }), line({ cause: "req_2", leave: "req_2", days: 6 })];

  expect(post(oneYear, more)).toEqual({ ok: false, refused: more[1] });
  expect(() => accountOf([...oneYear, ...more])).toThrow("below zero");
});

test.each([
  ["release", "what was released already"],
  ["take", "what was refused meanwhile"],
  ["postpone", "what is no longer reserved"],
  ["cancel", "what was never taken"],
  ["recall", "what was never taken"],
] as const)("%s does not move %s", (kind, _what) => {
  const released = posted(oneYear, [line({}), line({ kind: "release", cause: "refused" })]);

  expect(post(released, [line({ kind, cause: "later" })]).ok).toBe(false);
});

test("nothing moves another request's days", () => {
  const reserved = posted(oneYear, [line({})]);

  expect(post(reserved, [line({ kind: "release", cause: "x", leave: "req_2" })]).ok).toBe(false);
});

test.each(movementKinds.filter((kind) => kind !== "correction"))(
  "%s of no or negative days is refused",
  (kind) => {
    expect(post(oneYear, [line({ kind, days: 0 })]).ok).toBe(false);
    expect(post(oneYear, [line({ kind, days: -1 })]).ok).toBe(false);
  },
);

test("a correction adds and takes away, as far as there is something", () => {
  const { leave: _, ...correction } = line({ kind: "correction", cause: "apr_1", days: -4 });

  expect(freeIn(accountOf(posted(oneYear, [correction])), 2027)).toBe(8);
  expect(post(oneYear, [{ ...correction, days: -13 }]).ok).toBe(false);
});

test("what is carried leaves one year's account for the next one's", () => {
  const carried = posted(oneYear, [
    { kind: "carry", year: 2028, source: 2027, days: 6, cause: "open-2028", on: "2028-01-01" },
    { kind: "lapse", year: 2027, source: 2027, days: 6, cause: "open-2028", on: "2028-01-01" },
  ]);

  expect(freeIn(accountOf(carried), 2027)).toBe(0);
  expect(leaveNotes(accountOf(carried), 2028)).toEqual([
    { source: 2026, left: 0, reserved: 0, taken: 0, joint: 0 },
    { source: 2027, left: 6, reserved: 0, taken: 0, joint: 0 },
    { source: 2028, left: 0, reserved: 0, taken: 0, joint: 0 },
  ]);
});

test("more than is left is not carried, and no more restored than lapsed", () => {
  const key = { source: 2027, cause: "x", on: "2028-01-01" };

  expect(post(oneYear, [{ kind: "carry", year: 2028, days: 13, ...key }]).ok).toBe(false);
  expect(post(oneYear, [{ kind: "restore", year: 2027, days: 1, ...key }]).ok).toBe(false);
});

test("a movement is kept as it is", () => {
  expect(movement.parse(line({}))).toEqual(line({}));
  expect(movement.safeParse({ ...line({}), days: 1.5 }).success).toBe(false);
});
