import { expect, test } from "vitest";
import { freeIn, heldBy, leaveNotes } from "#shared/leave/leave-balance.ts";
import { accountOf, post } from "#shared/leave/leave-ledger.ts";
import type { Movement } from "#shared/leave/leave-movement.ts";
import { annualDays, planAnnualLeave } from "#shared/leave/plan-annual-leave.ts";
import { cancel, postpone, rebook, release, reserve } from "#shared/leave/settle-annual-leave.ts";
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

test.each([
  ["oldest-first", [1, 6, 6, 2], ["2027+", 2025, 2026, 2027]],
  ["newest-first", [1, 12, 2], ["2027+", 2027, 2026]],
] as const)(
  "%s: which right's days go first is a setting; those for cuti bersama lapse first",
  (order, days, sources) => {
    const plan = planAnnualLeave({ account: accountOf(three), days: of(15), order });

    expect(plan).toMatchObject({ ok: true });
    const parts = plan.ok ? plan.parts : [];
    expect(parts.map((part) => part.days)).toEqual(days);
    expect(parts.map(({ source, joint }) => (joint ? `${source}+` : source))).toEqual(sources);
  },
);

test("too few days in either year plan none, and every year is told", () => {
  const days = new Map([
    [2027, 26],
    [2028, 13],
    [2029, 1],
  ]);

  expect(planAnnualLeave({ account: accountOf(three), days, order: "oldest-first" })).toEqual({
    ok: false,
    short: [
      { year: 2027, needed: 26, free: 25 },
      { year: 2028, needed: 13, free: 12 },
      { year: 2029, needed: 1, free: 0 },
    ],
  });
});

test("days for a place that is hard to reach come out of no balance", () => {
  const span = { from: "2027-03-01", to: "2027-03-19" };

  expect([...annualDays(span, 0, aCalendar())]).toEqual([[2027, 15]]);
  // Monday to Friday, and the two weeks of travel with their weekends.
  expect([...annualDays(span, 14, aCalendar())]).toEqual([[2027, 5]]);
  expect(annualDays(span, 30, aCalendar()).size).toBe(0);
});

test("two requests side by side never take more together than there is", () => {
  const account = accountOf(oneYear);
  const plan = planAnnualLeave({ account, days: of(8), order: "oldest-first" });
  const parts = plan.ok ? plan.parts : [];
  const first = posted(oneYear, reserve(parts, act));

  expect(post(first, reserve(parts, { ...act, leave: "req_2", cause: "req_2" })).ok).toBe(false);
  const refused = posted(first, release(accountOf(first), later));
  expect(post(refused, reserve(parts, { ...act, leave: "req_2", cause: "req_2" })).ok).toBe(true);
});

test("a request that asks anew plans with what it reserved", () => {
  const first = posted(oneYear, reserve([{ year: 2027, source: 2027, days: 8 }], act));
  const ask = (days: number, leave?: string) =>
    planAnnualLeave({
      account: accountOf(first),
      days: of(days),
      order: "oldest-first",
      ...(leave && { leave }),
    });

  expect(ask(5).ok).toBe(false);
  expect(ask(13, "req_1").ok).toBe(false);
  const plan = ask(12, "req_1");
  const again = posted(first, rebook(accountOf(first), plan.ok ? plan.parts : [], later));
  expect(freeIn(accountOf(again), 2027)).toBe(0);
  expect(heldBy(accountOf(again), "req_1")).toMatchObject([{ reserved: 12 }]);
});

test("the catalogue of the form's section V tells each right apart", () => {
  expect(leaveNotes(accountOf(withLeave(three, of(8))), 2027)).toEqual([
    { source: 2025, left: 0, reserved: 0, taken: 6, joint: 0 },
    { source: 2026, left: 5, reserved: 0, taken: 1, joint: 0 },
    { source: 2027, left: 12, reserved: 0, taken: 1, joint: 0 },
  ]);
  const asked = posted(three, reserve([{ year: 2027, source: 2026, days: 2 }], act));
  expect(leaveNotes(accountOf(asked), 2027)[1]).toMatchObject({ left: 4, reserved: 2, taken: 0 });
});

test("given up whole, put off or let go: the days are free again", () => {
  const ledger = withLeave(three, of(8));
  expect(freeIn(accountOf(posted(ledger, cancel(accountOf(ledger), later))), 2027)).toBe(25);

  const asked = posted(three, reserve([{ year: 2027, source: 2026, days: 3 }], act));
  const off = accountOf(posted(asked, postpone(accountOf(asked), later)));
  expect(freeIn(off, 2027)).toBe(25);
  expect(off.lots.find(({ source }) => source === 2026)).toMatchObject({ postponed: 3 });
});
