import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { failedBy, type QualityVerdict, qualityOf } from "#shared/employee/quality.ts";
import {
  type MeasuredCode,
  measuredCodes,
  type QualityCode,
  qualityIndicators,
  weightOf,
} from "#shared/employee/quality-indicators.ts";
import { aNip, anEmployee, withoutEmail } from "../../support/builders.ts";

const today = "2026-11-27";

/** A record that no indicator finds anything wrong with. */
const whole = {
  nip: aNip("198502122010012004"),
  birthDate: "1985-02-12",
  sex: "F",
  tmtCpns: "2010-01-01",
  tmt: "2011-02-01",
  nik: "3201015202850001",
  phone: "0812 3456 7890",
  jabatanKind: "2",
  bup: "58",
} as const;
const pns = (change: Partial<Employee> = {}) => anEmployee({ ...whole, ...change });
const { tmtCpns: _, ...noCpns } = whole;
const pppk = (change: Partial<Employee> = {}) =>
  anEmployee({
    ...{ ...noCpns, kind: "PPPK", nip: aNip("198502122024212004"), tmt: "2024-03-01" },
    ...{ golongan: "IX", kedudukanHukum: "71", contractEnd: "2029-02-28", ...change },
  });
const lacks = (
  field: "nik" | "phone" | "tmtCpns" | "birthDate" | "sex" | "jabatanKind" | "bup",
) => {
  const { [field]: _without, ...record } = pns();
  return record;
};

const cases: readonly (readonly [MeasuredCode, string, Employee, QualityVerdict])[] = [
  ["COM_2", "a jabatan that names nothing", pns({ jabatan: "-" }), "fails"],
  ["COM_4", "a TMT PNS, which every record has", pns(), "fits"],
  ["COM_4", "a PPPK", pppk(), "exempt"],
  ["COM_6", "no address", withoutEmail(pns()), "fails"],
  ["COM_6", "an address that cannot be one", pns({ email: "siti@contoh" }), "fails"],
  ["COM_7", "no number", lacks("phone"), "fails"],
  ["COM_7", "a number that cannot be one", pns({ phone: "0812" }), "fails"],
  [
    "TIM_3",
    "a CPNS of a year and a day",
    pns({ tmtCpns: "2025-11-26", tmt: "2027-01-01" }),
    "fails",
  ],
  ["TIM_3", "a CPNS of a year", pns({ tmtCpns: "2025-11-27", tmt: "2027-01-01" }), "fits"],
  ["TIM_3", "somebody whose TMT PNS has come", pns(), "exempt"],
  [
    "TIM_3",
    "a CPNS since nobody knows when",
    { ...lacks("tmtCpns"), tmt: "2027-01-01" },
    "unknown",
  ],
  ["TIM_5", "58 in October", pns({ birthDate: "1968-10-31" }), "fails"],
  ["TIM_5", "58 in this month", pns({ birthDate: "1968-11-01" }), "fits"],
  ["TIM_5", "58 of 60", pns({ birthDate: "1968-10-31", bup: "60" }), "fits"],
  ["TIM_5", "no age of retirement", lacks("bup"), "unknown"],
  [
    "TIM_5",
    "70, whichever the age of retirement",
    { ...lacks("bup"), birthDate: "1956-10-01" },
    "fails",
  ],
  [
    "TIM_5",
    "a leave at one's own expense",
    pns({ birthDate: "1960-01-01", kedudukanHukum: "02" }),
    "exempt",
  ],
  ["ACC_1", "TMT CPNS behind TMT PNS", pns({ tmt: "2009-12-01" }), "fails"],
  ["ACC_1", "no TMT CPNS", lacks("tmtCpns"), "unknown"],
  ["ACC_3", "structural after a year", pns({ jabatanKind: "1", tmtCpns: "2025-10-01" }), "fails"],
  ["ACC_3", "structural after two years", pns({ jabatanKind: "1", tmtCpns: "2024-11-27" }), "fits"],
  ["ACC_3", "no kind of jabatan", lacks("jabatanKind"), "unknown"],
  ["ACC_4", "a PPPK with a PNS's position", pppk({ kedudukanHukum: "01" }), "fails"],
  ["ACC_4", "a PNS", pns(), "exempt"],
  ["ACC_5", "no NIK", lacks("nik"), "fails"],
  ["ACC_5", "a NIK that cannot be one", pns({ nik: "3201015202850000" }), "fails"],
  ["ACC_7", "a PPPK of 2018", pppk({ nip: aNip("198502122018212004") }), "fails"],
  ["ACC_7", "a PPPK of a year to come", pppk({ nip: aNip("198502122028212004") }), "fails"],
  ["ACC_9", "a pelaksana called Ahli Pertama", pns({ jabatanKind: "4" }), "fails"],
  ["ACC_9", "a pelaksana", pns({ jabatanKind: "4", jabatan: "Pengolah Data" }), "fits"],
  ["ACC_9", "a JF", pns(), "exempt"],
  ["CON_1", "another month in the number", pns({ tmtCpns: "2010-02-01" }), "fails"],
  ["CON_1", "no TMT CPNS", lacks("tmtCpns"), "unknown"],
  ["CON_2", "another birth date", pns({ birthDate: "1985-02-13" }), "fails"],
  ["CON_2", "no birth date", lacks("birthDate"), "unknown"],
  ["CON_3", "the other sex", pns({ sex: "M" }), "fails"],
  ["CON_3", "no sex", lacks("sex"), "unknown"],
  ["CON_4", "a contract of another year", pppk({ tmt: "2025-01-01" }), "fails"],
  ["CON_4", "a PNS", pns(), "exempt"],
];

test.each(cases)("%s of %s", (code, _about, record, verdict) => {
  expect(qualityOf(record, today)[code]).toBe(verdict);
  expect(failedBy(record, today).includes(code)).toBe(verdict === "fails");
});

test("every measured indicator is tried, and fails of somebody", () => {
  const failing = new Set(
    cases.flatMap(([code, , , verdict]) => (verdict === "fails" ? code : [])),
  );

  expect(measuredCodes.filter((code) => !failing.has(code))).toEqual(["COM_4"]);
});

test("nothing is wrong with a whole record", () => {
  expect(failedBy(pns(), today)).toEqual([]);
  expect(failedBy(pppk(), today)).toEqual([]);
});

test.each([
  ["whose employment has ended", pns({ kedudukanHukum: "99", jabatan: "-" })],
  ["whose contract has passed", pppk({ contractEnd: "2026-11-26", jabatan: "-" })],
])("who has left is in no indicator: one %s", (_about, record) => {
  expect(new Set(Object.values(qualityOf(record, today)))).toEqual(new Set(["exempt"]));
  expect(failedBy(record, today)).toEqual([]);
});

test("the weights are BKN's: all together are one, and none is measured twice", () => {
  const codes = Object.keys(qualityIndicators).filter(isCode);
  const sum = codes.reduce((total, code) => total + weightOf(code), 0);

  // BKN rounds the parts of a dimension to hundredths of a percent.
  expect(sum).toBeCloseTo(1, 3);
  expect(measuredCodes).toEqual(codes.filter((code) => qualityIndicators[code].measured !== "not"));
});

function isCode(text: string): text is QualityCode {
  return Object.hasOwn(qualityIndicators, text);
}
