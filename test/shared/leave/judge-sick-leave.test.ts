import { expect, test } from "vitest";
import { calendarSpan } from "#shared/leave/judge-sick-leave.ts";
import type { AskedLeave } from "#shared/leave/leave.ts";
import type { LeaveTerm } from "#shared/leave/leave-terms.ts";
import {
  aCalendar,
  aKnownLeave,
  anAskedLeave,
  aPppk,
  codesOf,
  judged,
} from "../../support/leave.ts";

const sick = (days: number, change: Partial<AskedLeave> = {}) => ({
  kind: "sakit" as const,
  from: "2027-03-01",
  to: new Date(Date.UTC(2027, 2, days)).toISOString().slice(0, 10),
  evidence: ["surat-dokter" as const],
  ...change,
});

test("a miscarriage gives a month and a half, an accident in service what it takes", () => {
  const miscarriage = { reason: "gugur-kandungan" } as const;
  const accident = {
    reason: "kecelakaan-dinas",
    evidence: ["keterangan-kecelakaan-dinas", "surat-dokter"],
  } as const;

  expect(codesOf(sick(46, miscarriage))).toEqual([]);
  expect(codesOf(sick(47, miscarriage))).toEqual(["too-long"]);
  expect(codesOf(sick(700, accident))).toEqual([]);
});

test("a PPPK's sick leave is a month at most; what adjoins over a weekend is one", () => {
  const holder = aPppk({ tmt: "2020-01-01" });
  const evidence = ["surat-dokter-pemerintah"] as const;
  const before = (to: string) => ({
    holder,
    leaves: [aKnownLeave({ kind: "sakit", from: "2027-02-01", to })],
  });

  expect(codesOf(sick(31, { evidence }), { holder })).toEqual([]);
  expect(codesOf(sick(32, { evidence }), { holder })).toEqual(["sick-too-long"]);
  // Until Friday 26 February; the leave begins on Monday.
  expect(codesOf(sick(3), before("2027-02-26"))).toEqual(["sick-too-long"]);
  expect(codesOf(sick(3), before("2027-02-25"))).toEqual([]);
});

test("what an agency sets of its own counts", () => {
  const own: LeaveTerm = {
    term: "sickLongDoctor",
    value: "government",
    for: ["PNS"],
    from: "2027-01-01",
    source: "Keputusan",
    certainty: "text",
  };

  expect(judged(sick(15), { agency: [own] })).toMatchObject([
    { code: "evidence-missing", limit: "surat-dokter-pemerintah" },
  ]);
});

test("the calendar is asked for the leave's days, and for those between sick leaves that may adjoin", () => {
  const before = (id: string, from: string, to: string) =>
    aKnownLeave({ id, kind: "sakit", from, to });
  const leaves = [
    before("a", "2026-10-01", "2026-11-30"),
    before("b", "2027-01-11", "2027-02-12"),
    before("c", "2027-02-15", "2027-02-26"),
  ];
  const holder = aPppk({ tmt: "2020-01-01" });
  const asked: string[] = [];
  const calendar = {
    ...aCalendar(),
    isWorkingDay: (day: string) => asked.push(day) > 0 && aCalendar().isWorkingDay(day),
  };

  expect(codesOf(sick(3), { holder, leaves, calendar })).toEqual(["sick-too-long"]);
  const span = calendarSpan(anAskedLeave(sick(3)), leaves);
  expect(span).toEqual({ from: "2027-02-13", to: "2027-03-03" });
  expect(asked.toSorted()[0]).toBe(span.from);
  expect(calendarSpan(anAskedLeave(), leaves)).toMatchObject({ from: "2027-03-01" });
});
