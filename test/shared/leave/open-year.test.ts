import { expect, test } from "vitest";
import { carryOf } from "#shared/leave/carry-over.ts";
import { forfeitForBesar, undoForfeit } from "#shared/leave/change-annual-leave.ts";
import { freeIn, leaveNotes } from "#shared/leave/leave-balance.ts";
import type { LeaveHolder } from "#shared/leave/leave-holder.ts";
import { accountOf } from "#shared/leave/leave-ledger.ts";
import type { Movement } from "#shared/leave/leave-movement.ts";
import type { KnownLeave } from "#shared/leave/leave-right.ts";
import { type LeaveTerm, termsOn } from "#shared/leave/leave-terms.ts";
import { grantYear, type Opening, openYear, openYears } from "#shared/leave/open-year.ts";
import { planAnnualLeave } from "#shared/leave/plan-annual-leave.ts";
import { cancel, postpone, release, reserve, take } from "#shared/leave/settle-annual-leave.ts";
import { aHolder, aPppk, posted } from "../../support/leave.ts";

const opening = (
  movements: readonly Movement[],
  year: number,
  change: Partial<Opening> = {},
): Opening => ({
  movements,
  year,
  on: `${year}-01-01`,
  holder: aHolder(),
  leaves: [],
  ...change,
});

/** The ledger from one year on, of somebody who takes so many days in each. */
function afterYears(taken: readonly (readonly [number, number])[], change: Partial<Opening> = {}) {
  return taken.reduce<readonly Movement[]>((ledger, [year, days]) => {
    const opened = posted(ledger, openYear(opening(ledger, year, change)));
    return took(opened, year, days);
  }, []);
}

function took(movements: readonly Movement[], year: number, days: number) {
  if (days === 0) return movements;
  const act = { leave: `req_${year}`, cause: `req_${year}`, on: `${year}-06-01` };
  const account = accountOf(movements);
  const plan = planAnnualLeave({ account, days: new Map([[year, days]]), order: "oldest-first" });
  if (!plan.ok) throw new Error("The test takes too much.");
  const reserved = posted(movements, reserve(plan.parts, act));
  return posted(reserved, take(accountOf(reserved), act));
}

function balanceAfter(
  taken: readonly (readonly [number, number])[],
  year: number,
  change: Partial<Opening> = {},
) {
  const before = afterYears(taken, change);
  return freeIn(accountOf(posted(before, openYear(opening(before, year, change)))), year);
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
    return freeIn(accountOf(posted(off, openYear(opening(off, 2027)))), 2027);
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

  expect(openYear(opening(ledger, 2027))).toEqual([]);
  expect(openYears(opening(ledger, 2027))).toEqual(ledger);
});

test("years that nobody opened are opened one after the other", () => {
  const first = afterYears([[2025, 0]]);

  expect(freeIn(accountOf(openYears(opening(first, 2027))), 2027)).toBe(24);
});

test("what is on its way at New Year neither lapses nor goes on; let go afterwards, it does", () => {
  const act = { leave: "req_d", cause: "req_d", on: "2026-12-20" };
  const before = afterYears([
    [2025, 0],
    [2026, 0],
  ]);
  const parts = [{ year: 2026, source: 2026, days: 4 }];
  const asked = posted(before, reserve(parts, act));
  const opened = posted(asked, openYear(opening(asked, 2027)));
  // Something of 2026 is asked for: 12 + 6, and the six of 2025 lapsed.
  expect(freeIn(accountOf(opened), 2027)).toBe(18);

  const refused = posted(opened, release(accountOf(opened), { ...act, cause: "refused" }));
  const again = posted(refused, openYear(opening(refused, 2027)));
  // Nothing was used in two years after all.
  expect(freeIn(accountOf(again), 2027)).toBe(24);
  expect(freeIn(accountOf(again), 2026)).toBe(0);
  expect(openYear(opening(again, 2027))).toEqual([]);
});

test("a leave given up after New Year comes back as far as it would have been carried", () => {
  const before = afterYears([
    [2025, 12],
    [2026, 12],
  ]);
  const opened = posted(before, openYear(opening(before, 2027)));
  const act = { leave: "req_2026", cause: "given-up", on: "2027-01-05" };
  const back = posted(opened, cancel(accountOf(opened), act));

  expect(freeIn(accountOf(openYears(opening(back, 2027))), 2027)).toBe(18);
});

const besar: KnownLeave = {
  id: "req_besar",
  kind: "besar",
  from: "2026-05-01",
  to: "2026-07-31",
  isGiven: true,
};

test("in the year of a cuti besar there is no right to its own days; those of earlier years stay", () => {
  const before = afterYears([[2025, 0]]);
  const opened = posted(before, openYear(opening(before, 2026, { leaves: [besar] })));

  expect(leaveNotes(accountOf(opened), 2026).map(({ left }) => left)).toEqual([0, 6, 0]);
  const next = posted(opened, openYear(opening(opened, 2027, { leaves: [besar] })));
  // None of 2025: 2026 was not an unused year, it had no days.
  expect(freeIn(accountOf(next), 2027)).toBe(12);
});

test("a cuti besar given during the year takes its own days that are left, and gives them back when given up", () => {
  const before = afterYears([
    [2025, 0],
    [2026, 3],
  ]);
  const act = { leave: "req_besar", cause: "given", on: "2026-04-01" };
  const lost = posted(before, forfeitForBesar(accountOf(before), 2026, act));
  expect(leaveNotes(accountOf(lost), 2026).map(({ left }) => left)).toEqual([0, 3, 0]);
  expect(openYear(opening(lost, 2027, { leaves: [besar] }))).not.toContainEqual(
    expect.objectContaining({ kind: "carry", source: 2026 }),
  );

  const again = posted(lost, undoForfeit(lost, { ...act, cause: "given-up" }));
  expect(leaveNotes(accountOf(again), 2026).map(({ left }) => left)).toEqual([0, 3, 12]);
});

test("a cuti besar over New Year takes the place of its first year's days, unless the agency says of both", () => {
  const overNewYear = { ...besar, from: "2026-11-16", to: "2027-02-15" };
  const both: LeaveTerm = {
    term: "besarReplaces",
    value: "every-year",
    for: ["PNS"],
    from: "2026-01-01",
    source: "Keputusan",
    certainty: "text",
  };
  const granted = (agency: readonly LeaveTerm[]) =>
    grantYear(opening([], 2027, { leaves: [overNewYear], agency }));

  expect(granted([])).toHaveLength(1);
  expect(granted([both])).toEqual([]);
});

test.each<[string, Partial<LeaveHolder>, number]>([
  ["somebody whose contract is over", { contractEnd: "2027-12-31" }, 2028],
  ["a pensioner", { retiresOn: "2027-12-01" }, 2028],
  ["somebody who left", { kedudukanHukum: "88" }, 2028],
])("of %s nothing is granted or carried", (_who, change, year) => {
  const before = afterYears([[year - 1, 0]]);
  const opened = posted(before, openYear(opening(before, year, { holder: aHolder(change) })));

  expect(freeIn(accountOf(opened), year)).toBe(0);
  expect(freeIn(accountOf(opened), year - 1)).toBe(0);
});

test("who is on CLTN at New Year has no days; a year after the reactivation there are twelve", () => {
  const onCltn = aHolder({ kedudukanHukum: "02" });
  const back = aHolder({ worksSince: "2026-09-01" });

  expect(grantYear(opening([], 2026, { holder: onCltn }))).toEqual([]);
  expect(grantYear(opening([], 2026, { holder: back }))).toEqual([]);
  expect(grantYear(opening([], 2027, { holder: back }))).toMatchObject([{ days: 12 }]);
});

test("a leave of the list says it before the position does", () => {
  const cltn: KnownLeave = { ...besar, kind: "cltn", from: "2026-10-01", to: "2027-09-30" };

  expect(grantYear(opening([], 2027, { leaves: [cltn] }))).toEqual([]);
  expect(grantYear(opening([], 2027, { leaves: [{ ...cltn, isGiven: false }] }))).toHaveLength(1);
});

test("days of a contract that is too short lapse; of one over two years six go on, of one over three also of two unused years", () => {
  const of = (contractEnd: string) => {
    const holder = aPppk({ tmt: "2024-01-01", contractEnd });
    const untouched = [2025, 2026].map((year) => [year, 0] as const);
    return balanceAfter(untouched, 2027, { holder });
  };

  expect(of("2027-12-31")).toBe(24);
  expect(of("2026-12-31")).toBe(0);
  const yearly = aPppk({ kind: "PPPK-PW", tmt: "2025-10-01", contractEnd: "2026-09-30" });
  expect(
    balanceAfter([[2026, 0]], 2027, { holder: { ...yearly, contractEnd: "2027-09-30" } }),
  ).toBe(12);
  expect(
    balanceAfter([[2026, 0]], 2027, { holder: { ...yearly, contractEnd: "2027-12-31" } }),
  ).toBe(18);
});

test("a contract's end that is entered later opens the year again", () => {
  const { contractEnd: _, ...unknown } = aPppk({ tmt: "2020-01-01" });
  const before = afterYears([[2026, 2]], { holder: unknown });
  const opened = posted(before, openYear(opening(before, 2027, { holder: unknown })));
  expect(freeIn(accountOf(opened), 2027)).toBe(12);

  const known = { ...unknown, contractEnd: "2029-12-31" };
  expect(freeIn(accountOf(openYears(opening(opened, 2027, { holder: known }))), 2027)).toBe(18);
});

test("an agency whose PPPK's days lapse says so", () => {
  const off: LeaveTerm = {
    term: "carryOver",
    value: false,
    for: ["PPPK"],
    from: "2024-01-01",
    source: "Keputusan",
    certainty: "text",
  };
  const change = { holder: aPppk({ tmt: "2020-01-01" }), agency: [off] };

  expect(
    balanceAfter(
      [
        [2025, 0],
        [2026, 0],
      ],
      2027,
      change,
    ),
  ).toBe(12);
});

test("a PPPK teacher's school holidays are the annual leave; a PNS teacher's are not", () => {
  const pppk = aPppk({ tmt: "2020-01-01", hasSchoolHolidays: true });

  expect(grantYear(opening([], 2027, { holder: pppk }))).toEqual([]);
  expect(
    grantYear(opening([], 2027, { holder: aHolder({ hasSchoolHolidays: true }) })),
  ).toHaveLength(1);
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
  // What was carried already stays, and takes its room.
  expect(carryOf({ ...unused, beforePostponed: 6, ownCarried: 8 }, terms)).toEqual({
    own: 8,
    before: 4,
  });
});
