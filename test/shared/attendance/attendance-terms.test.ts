import { expect, test } from "vitest";
import { attendanceTermBook } from "#shared/attendance/attendance-term-book.ts";
import { attendanceTerm, attendanceTermsOn, gradeOf } from "#shared/attendance/attendance-terms.ts";

test("every number has a source, a first day, and says how sure it is", () => {
  expect(attendanceTermBook.map((each) => attendanceTerm.parse(each))).toEqual(attendanceTermBook);
  expect(attendanceTermBook.filter(({ certainty }) => certainty === "text")).toEqual([]);
});

test("a value that does not fit its term is no term", () => {
  const said = { from: "2026-01-01", source: "contoh", certainty: "text" };
  const turned = [
    { code: "TL2", from: 31 },
    { code: "TL1", from: 1 },
  ];

  expect(attendanceTerm.safeParse({ ...said, term: "graceMinutes", value: -1 }).success).toBe(
    false,
  );
  expect(attendanceTerm.safeParse({ ...said, term: "lateGrades", value: turned }).success).toBe(
    false,
  );
  expect(attendanceTerm.safeParse({ ...said, term: "lateGrades", value: [] }).success).toBe(true);
});

test("of two terms of one day the agency's counts, until its last day", () => {
  const own = { term: "doubleMinutes", source: "contoh", certainty: "text" } as const;
  const terms = [{ ...own, from: "2020-01-01", until: "2026-06-30", value: 5 }];

  expect(attendanceTermsOn("2026-06-30", terms).doubleMinutes).toBe(5);
  expect(attendanceTermsOn("2026-07-01", terms).doubleMinutes).toBe(15);
});

test("no minutes have no grade", () => {
  expect(gradeOf(0, attendanceTermsOn("2026-01-01").lateGrades)).toBeUndefined();
});
