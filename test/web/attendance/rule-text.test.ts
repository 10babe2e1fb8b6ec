/** What officers type of schedules and terms is read as it was meant, or not at all. */
import { describe, expect, test } from "vitest";
import { attendanceTermsOn } from "#shared/attendance/attendance-terms.ts";
import { schedule } from "#shared/attendance/schedule.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { termIn, termText, turnsIn, turnText } from "../../../web/src/attendance/rule-text.ts";

const off = ["libur", "off"];

describe("turns of a schedule", () => {
  test("are written as people write clocks, with or without a break", () => {
    expect(turnsIn("7.30-16.00 60\n\n 21:00 – 05:30 30\nLibur\n08.00-12.00", off)).toEqual([
      { start: "07:30", end: "16:00", breakMinutes: 60 },
      { start: "21:00", end: "05:30", breakMinutes: 30 },
      null,
      { start: "08:00", end: "12:00", breakMinutes: 0 },
    ]);
  });

  test.each([
    "",
    "\n  \n",
    "25.00-26.00 60",
    "07.30",
    "07.30-16.00 301",
    "07.30-16.00 6o",
    "pagi",
    "07.30-16.00 60\nlibor",
    "libur\n".repeat(43),
  ])("%j is none", (typed) => {
    expect(turnsIn(typed, off)).toBeUndefined();
  });

  test("as they are shown they are read again, and the service takes them", () => {
    const cycle = turnsIn("07.30-16.00 60\noff\n".repeat(21), off) ?? [];
    const shown = cycle.map((turn) => turnText(turn, "libur")).join("\n");
    expect(turnsIn(shown, off)).toEqual(cycle);
    const details = { from: "2026-01-01", cycle, overHolidays: true, source: "SK 1/2026" };
    expect(schedule.safeParse(details).success).toBe(true);
  });
});

describe("values of terms", () => {
  const terms = attendanceTermsOn("2026-06-01");

  test("as they are shown they are read again", () => {
    for (const name of keysOf(terms))
      expect(termIn(termText(terms[name]), terms[name]), name).toEqual(terms[name]);
  });

  test.each([
    ["lateGrades", "TL1 1\nTL2 1"],
    ["lateGrades", "TL1 31\nTL2 1"],
    ["lateGrades", "TL1"],
    ["lateGrades", "TL1 0"],
    ["lateGrades", "TL1 1.5"],
    ["lateGrades", "TL1 1 menit"],
    ["graceMinutes", "-1"],
    ["graceMinutes", "lima"],
    ["graceMinutes", ""],
    ["codes", "hadir H"],
  ] as const)("of %s %j is none", (name, typed) => {
    expect(termIn(typed, terms[name])).toBeUndefined();
  });

  test("other grades and codes are taken", () => {
    expect(termIn("T1 6\nT2 61", terms.lateGrades)).toEqual([
      { code: "T1", from: 6 },
      { code: "T2", from: 61 },
    ]);
    const codes = termText(terms.codes).replace("alpa TK", "alpa A");
    expect(termIn(codes, terms.codes)).toEqual({ ...terms.codes, alpa: "A" });
  });
});
