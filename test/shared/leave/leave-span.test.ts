import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter } from "#shared/employee/retirement.ts";
import {
  countByYear,
  daysIn,
  eachDay,
  isWithin,
  jointLeaveDays,
  lastDayOf,
  overlaps,
  splitByYear,
  workingDays,
} from "#shared/leave/leave-span.ts";
import { aCalendar } from "../../support/leave.ts";

test.each([
  ["2027-02-24", { months: 3 }, "2027-05-23"],
  ["2028-02-24", { months: 3 }, "2028-05-23"],
  ["2028-02-29", { months: 3 }, "2028-05-28"],
  ["2027-11-30", { months: 3 }, "2028-02-29"],
  ["2026-11-30", { months: 3 }, "2027-02-28"],
  ["2027-01-31", { months: 1 }, "2027-02-28"],
  ["2027-03-01", { months: 1 }, "2027-03-31"],
  ["2027-01-01", { months: 3 }, "2027-03-31"],
  ["2027-12-01", { months: 3 }, "2028-02-29"],
  ["2028-02-29", { years: 1 }, "2029-02-28"],
  ["2027-01-01", { years: 3 }, "2029-12-31"],
  ["2027-03-10", { months: 1, days: 15 }, "2027-04-24"],
  ["2027-03-10", { days: 1 }, "2027-03-10"],
])("what begins on %s and lasts %o ends on %s", (from, length, end) => {
  expect(lastDayOf(from, length)).toBe(end);
  expect(isWithin({ from, to: end }, length)).toBe(true);
  expect(isWithin({ from, to: daysAfter(end, 1) }, length)).toBe(false);
});

test("a month more never ends earlier, and a leave of months begins on its first day", () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => daysAfter("2017-04-07", n));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), (from, months) => {
      const end = lastDayOf(from, { months });
      expect(end >= from).toBe(true);
      expect(lastDayOf(from, { months: months + 1 }) > end).toBe(true);
      expect(lastDayOf(daysAfter(from, 1), { months }) >= end).toBe(true);
    }),
  );
});

test("weekends, holidays and cuti bersama are no working days", () => {
  const span = { from: "2027-03-05", to: "2027-03-12" };
  const calendar = aCalendar({ holidays: ["2027-03-09"], joint: ["2027-03-10"] });

  expect(workingDays(span, calendar)).toEqual([
    "2027-03-05",
    "2027-03-08",
    "2027-03-11",
    "2027-03-12",
  ]);
  expect(jointLeaveDays(span, calendar)).toEqual(["2027-03-10"]);
});

test("a leave over New Year is cut there, and no day is lost", () => {
  const span = { from: "2027-12-30", to: "2029-01-02" };

  expect(splitByYear(span)).toEqual([
    { from: "2027-12-30", to: "2027-12-31" },
    { from: "2028-01-01", to: "2028-12-31" },
    { from: "2029-01-01", to: "2029-01-02" },
  ]);
  expect(splitByYear(span).flatMap(eachDay)).toEqual(eachDay(span));
  expect([...countByYear(eachDay(span))]).toEqual([
    [2027, 2],
    [2028, 366],
    [2029, 2],
  ]);
});

test("a day in common is an overlap, the day after is none", () => {
  const march = { from: "2027-03-01", to: "2027-03-05" };

  expect(overlaps(march, { from: "2027-03-05", to: "2027-03-09" })).toBe(true);
  expect(overlaps(march, { from: "2027-03-06", to: "2027-03-09" })).toBe(false);
  expect(overlaps(march, { from: "2027-02-01", to: "2027-04-01" })).toBe(true);
  expect(daysIn(march)).toBe(5);
});
