import { expect, test } from "vitest";
import { usualEnd } from "#shared/employee/contract-term.ts";

const partTime = { kind: "PPPK-PW", tmt: "2025-10-01" };

test.each([
  ["2026-09-30", undefined],
  ["2026-09-01", undefined],
  ["2026-10-31", undefined],
  ["2026-08-15", "2026-09-30"],
  ["2030-09-30", "2026-09-30"],
  ["2025-12-31", "2026-09-30"],
])("a PPPK Paruh Waktu since 2025-10-01 until %s: usual would be %s", (contractEnd, usual) => {
  expect(usualEnd({ ...partTime, contractEnd })).toBe(usual);
});

test("a renewal is a year more, and a mended end is a year from the TMT", () => {
  const until = (contractEnd: string) => usualEnd({ ...partTime, contractEnd }, "2026-09-30");

  expect(until("2027-09-30")).toBeUndefined();
  expect(until("2026-09-15")).toBeUndefined();
  expect(until("2031-09-30")).toBe("2027-09-30");
});

test("of other kinds, and where a day is missing or is none, nothing is said", () => {
  expect(usualEnd({ ...partTime, kind: "PPPK", contractEnd: "2030-09-30" })).toBeUndefined();
  expect(usualEnd(partTime)).toBeUndefined();
  expect(usualEnd({ ...partTime, contractEnd: "2030" })).toBeUndefined();
  expect(usualEnd({ ...partTime, tmt: "", contractEnd: "2030-09-30" })).toBeUndefined();
});

test("a year that begins on 29 February ends on the last of that month", () => {
  expect(usualEnd({ kind: "PPPK-PW", tmt: "2028-02-29", contractEnd: "2033-02-28" })).toBe(
    "2029-02-28",
  );
});
