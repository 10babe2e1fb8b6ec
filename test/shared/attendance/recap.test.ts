import { expect, test } from "vitest";
import { thresholdReached } from "#shared/attendance/absence-thresholds.ts";
import { judgeDays } from "#shared/attendance/judge-days.ts";
import { addedFigures, nothing, recapOf } from "#shared/attendance/recap.ts";
import { at, judging, monthWith } from "../../support/attendance.ts";

const pns = { kind: "PNS", before: undefined };
const recap = (month: ReturnType<typeof monthWith>, said: Parameters<typeof recapOf>[1] = pns) =>
  recapOf(judgeDays(month, judging()), said);
/** 21 working days: the 22 weekdays of March 2026 without a holiday. */
const workdays = 21;

test("a month in figures", () => {
  const month = monthWith({
    readings: [
      ...[at("03-02 07:40"), at("03-02 16:00"), at("03-03 07:29"), at("03-03 15:00")],
      ...[at("03-04 07:29"), at("03-05 16:00")],
    ],
    absences: [
      {
        source: "req_1",
        revision: 1,
        days: [{ kind: "cuti", from: "2026-03-06", until: "2026-03-09" }],
      },
    ],
  });

  expect(recap(month)).toMatchObject({
    ...{ workdays, present: 4, late: { count: 1, minutes: 10 }, early: { count: 1, minutes: 60 } },
    ...{ noIn: 1, noOut: 1, away: { cuti: 2 }, absent: 15, worked: 440 + 391 },
    ...{ due: 450 * (workdays - 2), grades: { TL1: 1, PSW2: 1 }, run: 15, longestRun: 15 },
  });
});

test("days without a reason go on from the month before; in January they begin anew, but not the run", () => {
  const before = { absentInYear: 5, run: 9 };
  const present = monthWith({ readings: [at("03-02 07:29"), at("03-02 16:00")] });
  const january = judgeDays(monthWith({}, "2026-01"), judging({}, "2026-01"));

  expect(recap(monthWith({}), { ...pns, before })).toMatchObject({
    ...{ absentInYear: 5 + workdays, longestRun: 9 + workdays },
  });
  expect(recap(present, { ...pns, before })).toMatchObject({ longestRun: 20, absentInYear: 25 });
  expect(recapOf(january, { ...pns, before })).toMatchObject({ absentInYear: 22, run: 31 });
});

test("a unit's figures are those of its people, added", () => {
  const one = recap(monthWith({ readings: [at("03-02 07:40"), at("03-02 16:00")] }));
  const sum = [one, one].reduce(addedFigures, nothing);

  expect(sum).toMatchObject({ workdays: 42, present: 2, late: { count: 2, minutes: 20 } });
  expect(sum.grades).toEqual({ TL1: 2 });
});

const reached = (absentInYear: number, longestRun = 0, kind = "PNS", day = "2026-03-31") =>
  thresholdReached({ absentInYear, longestRun }, { day, kind });

test.each([
  [2, undefined],
  [3, "teguran-lisan"],
  [4, "teguran-tertulis"],
  [6, "teguran-tertulis"],
  [7, "pernyataan-tidak-puas"],
  [10, "pernyataan-tidak-puas"],
  [11, "tukin-6-bulan"],
  [14, "tukin-9-bulan"],
  [17, "tukin-12-bulan"],
  [20, "tukin-12-bulan"],
  [21, "penurunan-jabatan"],
  [25, "pembebasan-jabatan"],
  [28, "pemberhentian"],
])("%i days of a year reach: %s", (days, measure) => {
  expect(reached(days)?.measure).toBe(measure);
});

test("ten days in a row reach what twenty-eight of a year do, and its regulation is named", () => {
  expect(reached(10, 10)).toEqual({
    ...{ measure: "pemberhentian", days: 10, counted: "in-row", source: "PP 94/2021 pasal 9–11" },
  });
});

test("the law of 2021 says nothing of days before it, nor of a PPPK", () => {
  expect(reached(30, 30, "PNS", "2021-08-30")).toBeUndefined();
  expect(reached(30, 30, "PPPK")).toBeUndefined();
});
