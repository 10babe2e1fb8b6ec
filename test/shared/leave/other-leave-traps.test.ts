/** The traps of services.md 1.6, each by its words: those of the other kinds. */
import { expect, test } from "vitest";
import type { AskedLeave } from "#shared/leave/leave.ts";
import type { KnownLeave } from "#shared/leave/leave-right.ts";
import { lastDayOf } from "#shared/leave/leave-span.ts";
import { aHolder, aPppk, codesOf, judged } from "../../support/leave.ts";

const besar = (from: string, to: string): KnownLeave => ({
  id: "req_besar",
  kind: "besar",
  reason: "keperluan-lain",
  from,
  to,
  isGiven: true,
});

test("4th child: cuti besar instead, as long, without five years of work, and it cannot be put off", () => {
  const holder = aHolder({ tmt: "2025-01-01" });
  const birth = {
    birth: 4,
    from: "2027-03-10",
    to: "2027-06-09",
    evidence: ["perkiraan-lahir" as const],
  };
  const fourth = { ...birth, kind: "besar", reason: "kelahiran-keempat" } as const;

  expect(judged({ ...birth, kind: "melahirkan" }, { holder })).toMatchObject([
    { field: "birth", code: "birth-beyond", limit: 3, measured: 4 },
  ]);
  expect(codesOf(fourth, { holder })).toEqual([]);
  expect(codesOf(fourth, { holder, leaves: [besar("2025-06-01", "2025-08-31")] })).toEqual([]);
  expect(codesOf({ ...fourth, birth: 3 }, { holder })).toEqual(["birth-not-beyond"]);
  expect(codesOf({ ...fourth, to: "2027-06-10" }, { holder })).toEqual(["too-long"]);
});

test("cuti besar 2 months then asking for the third (lapsed)", () => {
  const two = besar("2026-05-01", "2026-06-30");
  const third = {
    kind: "besar",
    reason: "keperluan-lain",
    from: "2027-03-01",
    to: "2027-03-31",
  } as const;

  expect(judged(third, { leaves: [two] })).toMatchObject([
    { field: "from", code: "besar-too-soon", limit: "2031-07-01", measured: "2027-03-01" },
  ]);
});

test("haji at 3 years of service", () => {
  const holder = aHolder({ tmt: "2024-01-01" });
  const leave = { kind: "besar", from: "2027-05-01", to: "2027-06-15" } as const;
  const hajj = { ...leave, reason: "haji-pertama", evidence: ["jadwal-haji" as const] } as const;

  expect(codesOf(hajj, { holder })).toEqual([]);
  expect(codesOf({ ...leave, reason: "ibadah" }, { holder })).toEqual(["service-too-short"]);
});

test("sick 14 vs 15 days: above 14 the doctor that the terms name", () => {
  const sick = (to: string) => ({ kind: "sakit", to, evidence: ["surat-dokter"] }) as const;
  const pppk = aPppk({ tmt: "2020-01-01" });

  expect(codesOf(sick("2027-03-14"), { holder: pppk })).toEqual([]);
  expect(judged(sick("2027-03-15"), { holder: pppk })).toMatchObject([
    { field: "evidence", code: "evidence-missing", limit: "surat-dokter-pemerintah" },
  ]);
  // Since PP 17/2020 a licensed doctor is enough for a PNS.
  expect(codesOf(sick("2027-03-15"))).toEqual([]);
});

test("sick leaves adding up to a year", () => {
  const earlier: KnownLeave = {
    id: "req_2",
    kind: "sakit",
    from: "2026-03-01",
    to: "2026-08-31",
    isGiven: true,
  };
  // 184 days, and 181 or 182 more.
  const again = (to: string, evidence: AskedLeave["evidence"] = ["surat-dokter"]) =>
    judged(
      { kind: "sakit", from: "2026-12-01", to, evidence },
      { leaves: [earlier], askedOn: "2026-12-01" },
    );

  expect(again("2027-05-30")).toEqual([]);
  expect(again("2027-05-31")).toEqual([
    {
      field: "evidence",
      code: "sick-needs-examination",
      limit: 365,
      measured: 366,
      stops: "decision",
    },
  ]);
  expect(again("2027-05-31", ["surat-dokter", "temuan-tim-penguji"])).toEqual([]);
  // A year and six months are 549 days from 1 March 2026 on; there are no more.
  expect(again("2027-12-01", ["surat-dokter", "temuan-tim-penguji"])).toMatchObject([
    { code: "sick-too-long" },
  ]);
});

test("24 February + «3 bulan» in leap years: the same day of the month minus one", () => {
  expect(lastDayOf("2028-02-24", { months: 3 })).toBe("2028-05-23");
  expect(lastDayOf("2027-02-24", { months: 3 })).toBe("2027-05-23");
  expect(lastDayOf("2027-11-29", { months: 3 })).toBe("2028-02-28");
  expect(lastDayOf("2027-11-30", { months: 3 })).toBe("2028-02-29");
});
