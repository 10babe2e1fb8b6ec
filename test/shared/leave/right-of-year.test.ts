import { expect, test } from "vitest";
import { forfeitForBesar, undoForfeit } from "#shared/leave/change-annual-leave.ts";
import { freeIn, leaveNotes } from "#shared/leave/leave-balance.ts";
import type { LeaveHolder } from "#shared/leave/leave-holder.ts";
import { accountOf } from "#shared/leave/leave-ledger.ts";
import type { KnownLeave } from "#shared/leave/leave-right.ts";
import type { LeaveTerm } from "#shared/leave/leave-terms.ts";
import { grantYear, type Opening, openYear, openYears } from "#shared/leave/open-year.ts";
import { afterYears, aHolder, aKnownLeave, anOpening, aPppk, posted } from "../../support/leave.ts";

function balanceAfter(
  taken: readonly (readonly [number, number])[],
  year: number,
  change: Partial<Opening> = {},
) {
  const before = afterYears(taken, change);
  return freeIn(accountOf(posted(before, openYear(anOpening(before, year, change)))), year);
}

const besar: KnownLeave = {
  id: "req_besar",
  kind: "besar",
  from: "2026-05-01",
  to: "2026-07-31",
  isGiven: true,
};

test("in the year of a cuti besar there is no right to its own days; those of earlier years stay", () => {
  const before = afterYears([[2025, 0]]);
  const opened = posted(before, openYear(anOpening(before, 2026, { leaves: [besar] })));

  expect(leaveNotes(accountOf(opened), 2026).map(({ left }) => left)).toEqual([0, 6, 0]);
  const next = posted(opened, openYear(anOpening(opened, 2027, { leaves: [besar] })));
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
  expect(openYear(anOpening(lost, 2027, { leaves: [besar] }))).not.toContainEqual(
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
    grantYear(anOpening([], 2027, { leaves: [overNewYear], agency }));

  expect(granted([])).toHaveLength(1);
  expect(granted([both])).toEqual([]);
});

test.each<[string, Partial<LeaveHolder>, number]>([
  ["somebody whose contract is over", { contractEnd: "2027-12-31" }, 2028],
  ["a pensioner", { retiresOn: "2027-12-01" }, 2028],
  ["somebody who left", { kedudukanHukum: "88" }, 2028],
])("of %s nothing is granted or carried", (_who, change, year) => {
  const before = afterYears([[year - 1, 0]]);
  const opened = posted(before, openYear(anOpening(before, year, { holder: aHolder(change) })));

  expect(freeIn(accountOf(opened), year)).toBe(0);
  expect(freeIn(accountOf(opened), year - 1)).toBe(0);
});

test("who is on CLTN at New Year has no days; a year after the reactivation there are twelve", () => {
  const onCltn = aHolder({ kedudukanHukum: "02" });
  const back = aHolder({ worksSince: "2026-09-01" });

  expect(grantYear(anOpening([], 2026, { holder: onCltn }))).toEqual([]);
  expect(grantYear(anOpening([], 2026, { holder: back }))).toEqual([]);
  expect(grantYear(anOpening([], 2027, { holder: back }))).toMatchObject([{ days: 12 }]);
});

test("1 January counts: of a contract that ends on it, and of a CLTN that begins or ends on it", () => {
  const cltn = (from: string, to: string) => ({
    leaves: [aKnownLeave({ kind: "cltn", from, to })],
  });
  const granted = (change: Partial<Opening>) => grantYear(anOpening([], 2027, change)).length;

  expect(granted({ holder: aHolder({ contractEnd: "2027-01-01" }) })).toBe(1);
  expect(granted({ holder: aHolder({ contractEnd: "2026-12-31" }) })).toBe(0);
  expect(granted(cltn("2027-01-01", "2027-06-30"))).toBe(0);
  expect(granted(cltn("2026-01-02", "2027-01-01"))).toBe(0);
  // A full year of work after its last day lies in the year after.
  expect(granted(cltn("2026-01-01", "2026-12-31"))).toBe(0);
  expect(granted(cltn("2025-01-01", "2026-01-01"))).toBe(1);
});

test("a leave of the list says it before the position does", () => {
  const cltn: KnownLeave = { ...besar, kind: "cltn", from: "2026-10-01", to: "2027-09-30" };

  expect(grantYear(anOpening([], 2027, { leaves: [cltn] }))).toEqual([]);
  expect(grantYear(anOpening([], 2027, { leaves: [{ ...cltn, isGiven: false }] }))).toHaveLength(1);
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
  const opened = posted(before, openYear(anOpening(before, 2027, { holder: unknown })));
  expect(freeIn(accountOf(opened), 2027)).toBe(12);

  const known = { ...unknown, contractEnd: "2029-12-31" };
  expect(freeIn(accountOf(openYears(anOpening(opened, 2027, { holder: known }))), 2027)).toBe(18);
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

  expect(grantYear(anOpening([], 2027, { holder: pppk }))).toEqual([]);
  expect(
    grantYear(anOpening([], 2027, { holder: aHolder({ hasSchoolHolidays: true }) })),
  ).toHaveLength(1);
});
