import { expect, test } from "vitest";
import { addForJointLeave, recall, recount } from "#shared/leave/change-annual-leave.ts";
import { freeIn } from "#shared/leave/leave-balance.ts";
import { accountOf } from "#shared/leave/leave-ledger.ts";
import type { Movement } from "#shared/leave/leave-movement.ts";
import { termsOn } from "#shared/leave/leave-terms.ts";
import { annualDays } from "#shared/leave/plan-annual-leave.ts";
import { giveBack, rebook, reserve, take } from "#shared/leave/settle-annual-leave.ts";
import { aCalendar, oneYear, posted, withLeave } from "../../support/leave.ts";

/** 6 of 2025, 6 of 2026 and 12 of 2027, one more for a cuti bersama; and 12 of 2028. */
const three: readonly Movement[] = [
  ...[2025, 2026].map((source) => ({
    kind: "correction" as const,
    year: 2027,
    source,
    days: 6,
    cause: "first",
    on: "2027-01-01",
  })),
  ...oneYear,
  {
    kind: "joint-leave",
    year: 2027,
    source: 2027,
    joint: true,
    days: 1,
    cause: "keppres",
    on: "2027-01-01",
  },
  { kind: "grant", year: 2028, source: 2028, days: 12, cause: "grant-2028", on: "2027-12-01" },
];

const act = { leave: "req_1", cause: "req_1", on: "2027-02-01" };
const later = { ...act, cause: "req_1@later" };
const of = (days: number, year = 2027) => new Map([[year, days]]);

const sourcesOf = (movements: readonly Movement[]) =>
  movements.map(({ kind, year, source, joint, days }) => [
    kind,
    year,
    joint ? `${source}+` : source,
    days,
  ]);

test("who is called back has the rest again, each day in its year and right, the last taken first", () => {
  // Thursday 23 December 2027 to Tuesday 4 January 2028: seven days and two.
  const span = { from: "2027-12-23", to: "2028-01-04" };
  const days = annualDays(span, 0, aCalendar());
  expect([...days]).toEqual([
    [2027, 7],
    [2028, 2],
  ]);
  const ledger = withLeave(three, days);

  const back = recall(
    accountOf(ledger),
    { span, from: "2027-12-28", travelDays: 0 },
    aCalendar(),
    later,
  );

  expect(sourcesOf(back)).toEqual([
    ["recall", 2027, 2025, 4],
    ["recall", 2028, 2028, 2],
  ]);
  expect(freeIn(accountOf(posted(ledger, back)), 2027)).toBe(22);
  expect(freeIn(accountOf(posted(ledger, back)), 2028)).toBe(12);
});

test("a call back over several rights gives the newest back first", () => {
  const ledger = withLeave(three, of(15));
  const span = { from: "2027-03-01", to: "2027-03-19" };

  const back = recall(
    accountOf(ledger),
    { span, from: "2027-03-12", travelDays: 0 },
    aCalendar(),
    later,
  );

  expect(sourcesOf(back)).toEqual([
    ["recall", 2027, 2027, 2],
    ["recall", 2027, 2026, 4],
  ]);
});

test("of a request that was revised the newest reservation comes back first", () => {
  const parts = (...sources: number[]) =>
    sources.map((source) => ({ year: 2027, source, days: 3 }));
  const first = posted(three, reserve(parts(2025, 2026), act));
  const revised = posted(first, rebook(accountOf(first), parts(2026, 2025), later));
  const given = posted(revised, take(accountOf(revised), later));

  expect(sourcesOf(giveBack(accountOf(given), of(4), "recall", later))).toEqual([
    ["recall", 2027, 2025, 3],
    ["recall", 2027, 2026, 1],
  ]);
});

test("a call back before it began is all of it, and nothing after its end", () => {
  const ledger = withLeave(three, of(5));
  const span = { from: "2027-03-01", to: "2027-03-05" };
  const from = (day: string) =>
    recall(accountOf(ledger), { span, from: day, travelDays: 0 }, aCalendar(), later);

  expect(freeIn(accountOf(posted(ledger, from("2027-02-01"))), 2027)).toBe(25);
  expect(from("2027-03-06")).toEqual([]);
});

test("a holiday that moved away takes a day more, where there is one", () => {
  const span = { from: "2027-03-01", to: "2027-03-05" };
  const holiday = aCalendar({ holidays: ["2027-03-03"] });
  const ledger = withLeave(oneYear, annualDays(span, 0, holiday));
  const again = (movements: readonly Movement[]) =>
    recount(accountOf(movements), { span, travelDays: 0 }, aCalendar(), "oldest-first", later);

  const more = again(ledger);
  expect(more.ok && sourcesOf(more.movements)).toEqual([
    ["reserve", 2027, 2027, 1],
    ["take", 2027, 2027, 1],
  ]);
  expect(more.ok && freeIn(accountOf(posted(ledger, more.movements)), 2027)).toBe(7);

  const other = { leave: "req_2", cause: "req_2", on: "2027-02-02" };
  const used = posted(ledger, reserve([{ year: 2027, source: 2027, days: 8 }], other));
  expect(again(used)).toEqual({ ok: false, short: [{ year: 2027, needed: 1, free: 0 }] });
});

test("a calendar that says the same changes nothing", () => {
  const span = { from: "2027-03-01", to: "2027-03-05" };
  const ledger = withLeave(three, annualDays(span, 0, aCalendar()));
  const again = recount(
    accountOf(ledger),
    { span, travelDays: 0 },
    aCalendar(),
    "oldest-first",
    later,
  );

  expect(again).toEqual({ ok: true, movements: [] });
});

test("a denied cuti bersama is a day more of its year; of a PPPK's last days of December in the next one", () => {
  const days = ["2027-03-11", "2027-12-27"];
  const years = (appointment: "PNS" | "PPPK") =>
    addForJointLeave(days, termsOn("2027-01-01", appointment), {
      cause: "keppres",
      on: "2027-12-27",
    }).map(({ year, source, joint }) => [year, source, joint]);

  expect(years("PNS")).toEqual([
    [2027, 2027, true],
    [2027, 2027, true],
  ]);
  expect(years("PPPK")).toEqual([
    [2027, 2027, true],
    [2028, 2027, true],
  ]);
});
