import { expect, test } from "vitest";
import { carryOf } from "#shared/leave/carry-over.ts";
import { freeIn, leaveNotes } from "#shared/leave/leave-balance.ts";
import { accountOf } from "#shared/leave/leave-ledger.ts";
import { termsOn } from "#shared/leave/leave-terms.ts";
import { type Opening, openYear, openYears } from "#shared/leave/open-year.ts";
import { cancel, postpone, release, reserve } from "#shared/leave/settle-annual-leave.ts";
import { afterYears, anOpening, posted } from "../../support/leave.ts";

function balanceAfter(
  taken: readonly (readonly [number, number])[],
  year: number,
  change: Partial<Opening> = {},
) {
  const before = afterYears(taken, change);
  return freeIn(accountOf(posted(before, openYear(anOpening(before, year, change)))), year);
}

test.each([
  ["nothing taken in 2025 and 2026", 0, 0, 24],
  ["9 taken in 2026", 12, 9, 15],
  ["2 taken in 2026, so that ten are left and six count", 12, 2, 18],
  ["all taken", 12, 12, 12],
  ["nothing in 2026, all in 2025", 12, 0, 18],
  ["nothing in 2025, one of the carried in 2026", 0, 1, 18],
])("the worked examples: %s", (_what, in2025, in2026, balance) => {
  const taken = [
    [2025, in2025],
    [2026, in2026],
  ] as const;

  expect(balanceAfter(taken, 2027)).toBe(balance);
});

test("three unused years make no more than two", () => {
  const untouched = [2024, 2025, 2026, 2027].map((year) => [year, 0] as const);

  expect(balanceAfter(untouched, 2028)).toBe(24);
  const ledger = afterYears([...untouched, [2028, 0]]);
  expect(leaveNotes(accountOf(ledger), 2028).map(({ left }) => left)).toEqual([6, 6, 12]);
});

test("what was put off goes on whole, within the long ceiling, and counts once", () => {
  const act = { leave: "req_p", cause: "req_p", on: "2026-11-01" };
  const put = (days: number) => {
    const before = afterYears([
      [2025, 12],
      [2026, 0],
    ]);
    const reserved = posted(before, reserve([{ year: 2026, source: 2026, days }], act));
    const off = posted(reserved, postpone(accountOf(reserved), act));
    return freeIn(accountOf(posted(off, openYear(anOpening(off, 2027)))), 2027);
  };

  // 10 put off, and the two that are left: no more than were there.
  expect(put(10)).toBe(24);
  // 3 put off, and six of the nine that are left.
  expect(put(3)).toBe(21);
  expect(put(12)).toBe(24);
});

test("opening a year again posts nothing", () => {
  const ledger = afterYears([
    [2025, 0],
    [2026, 3],
    [2027, 0],
  ]);

  expect(openYear(anOpening(ledger, 2027))).toEqual([]);
  expect(openYears(anOpening(ledger, 2027))).toEqual(ledger);
});

test("years that nobody opened are opened one after the other", () => {
  const first = afterYears([[2025, 0]]);

  expect(freeIn(accountOf(openYears(anOpening(first, 2027))), 2027)).toBe(24);
});

test("what is on its way at New Year neither lapses nor goes on; let go afterwards, it does", () => {
  const act = { leave: "req_d", cause: "req_d", on: "2026-12-20" };
  const before = afterYears([
    [2025, 0],
    [2026, 0],
  ]);
  const parts = [{ year: 2026, source: 2026, days: 4 }];
  const asked = posted(before, reserve(parts, act));
  const opened = posted(asked, openYear(anOpening(asked, 2027)));
  // Something of 2026 is asked for: 12 + 6, and the six of 2025 lapsed.
  expect(freeIn(accountOf(opened), 2027)).toBe(18);

  const refused = posted(opened, release(accountOf(opened), { ...act, cause: "refused" }));
  const again = posted(refused, openYear(anOpening(refused, 2027)));
  // Nothing was used in two years after all.
  expect(freeIn(accountOf(again), 2027)).toBe(24);
  expect(freeIn(accountOf(again), 2026)).toBe(0);
  expect(openYear(anOpening(again, 2027))).toEqual([]);
});

test("a leave given up after New Year comes back as far as it would have been carried", () => {
  const before = afterYears([
    [2025, 12],
    [2026, 12],
  ]);
  const opened = posted(before, openYear(anOpening(before, 2027)));
  const act = { leave: "req_2026", cause: "given-up", on: "2027-01-05" };
  const back = posted(opened, cancel(accountOf(opened), act));

  expect(freeIn(accountOf(openYears(anOpening(back, 2027))), 2027)).toBe(18);
});

test("what was put off has the first claim, the older year's days the last", () => {
  const terms = termsOn("2027-01-01", "PNS");
  const unused = {
    own: 12,
    ownPostponed: 5,
    before: 6,
    beforePostponed: 0,
    ownCarried: 0,
    beforeCarried: 0,
    isUntouched: true,
    mayCarry: true,
    mayCarryLong: true,
  };

  expect(carryOf(unused, terms)).toEqual({ own: 11, before: 1 });
  expect(carryOf({ ...unused, beforePostponed: 4 }, terms)).toEqual({ own: 8, before: 4 });
  // Without two unused years or a postponement the short ceiling holds, also where a year may carry more.
  const more = { ...terms, carryDays: 10 };
  const used = { ...unused, ownPostponed: 0, isUntouched: false };
  expect(carryOf(used, more)).toEqual({ own: 6, before: 0 });
  expect(carryOf({ ...used, ownPostponed: 1 }, more)).toEqual({ own: 11, before: 0 });
  // What was carried already stays, and takes its room.
  expect(carryOf({ ...unused, beforePostponed: 6, ownCarried: 8 }, terms)).toEqual({
    own: 8,
    before: 4,
  });
});
