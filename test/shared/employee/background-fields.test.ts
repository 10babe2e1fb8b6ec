/** The fields that no card shows, and BKN's cross-checks at entry: each refusal names rule, field and what would be right. */
import { describe, expect, test } from "vitest";
import { problemsOf, problemsOfRecord } from "#shared/employee/employee-rules.ts";
import { anEmployee } from "../../support/builders.ts";

const pns = { kind: "PNS", nip: "19850212 201001 2 004", tmt: "2011-01-01" } as const;
const pppk = { kind: "PPPK", nip: "199105172024211003", tmt: "2024-03-01" } as const;
const pppkPw = { ...pppk, kind: "PPPK-PW" } as const;
const record = { ...anEmployee(), tmt: pns.tmt };
const asPppk = { ...record, ...pppk, golongan: "VII", kedudukanHukum: "71" };

test.each([
  ["nik", "9901015202850004", undefined],
  ["nik", "9901015302850004", undefined],
  ["nik", "990101520285000", "nik-malformed"],
  ["nik", "9901015202850000", "nik-malformed"],
  ["birthPlace", "Kab. Contoh (Utara)", undefined],
  ["birthPlace", "12", "malformed"],
  ["birthDate", "1985-02-12", undefined],
  ["birthDate", "12-02-1985", "day-malformed"],
  ["sex", "F", undefined],
  ["sex", "P", "sex-unknown"],
  ["tmtCpns", "2010-01-01", undefined],
  ["tmtCpns", "2010-02-30", "day-malformed"],
  ["jabatanKind", "4", undefined],
  ["jabatanKind", "5", "jabatan-kind-unknown"],
  ["karpeg", "P 123456", undefined],
  ["karpeg", "=1+1", "malformed"],
  ["bup", "60", undefined],
  ["bup", "61", "bup-unknown"],
] as const)("%s %j of a PNS is told %s", (field, text, code) => {
  expect(problemsOf({ [field]: text }, pns).map((each) => each.code)).toEqual(code ? [code] : []);
  expect(problemsOf({ [field]: "" }, pns)).toEqual([]);
});

test.each(["tmtCpns", "karpeg"] as const)("a PPPK of either kind has no %s", (field) => {
  for (const context of [pppk, pppkPw])
    expect(problemsOf({ [field]: "2010-01-01" }, context)).toEqual([
      { field, code: "not-for-pppk" },
    ]);
});

describe("BKN's cross-checks", () => {
  test.each([
    [{ birthDate: "1985-12-02" }, { field: "birthDate", code: "CON_2", right: "12-02-1985" }],
    [{ sex: "M" }, { field: "sex", code: "CON_3", right: "F" }],
    [{ tmtCpns: "2010-02-01" }, { field: "tmtCpns", code: "CON_1", right: "01-2010" }],
  ])("a PNS's %j is told, of a change and of a whole record", (change, { right, ...found }) => {
    const told = [{ ...found, params: { right } }];

    expect(problemsOf(change, pns)).toEqual(told);
    expect(problemsOfRecord({ ...record, ...change })).toEqual(told);
  });

  test("ACC_1: nobody is a PNS before the CPNS", () => {
    const early = { ...record, tmt: "2009-12-01" };
    const told = { field: "tmtCpns", code: "ACC_1", params: { right: "15-01-2010" } };

    expect(problemsOfRecord({ ...early, tmtCpns: "2010-01-15" })).toEqual([told]);
    expect(problemsOf({ tmtCpns: "2010-01-15" }, { ...pns, tmt: early.tmt })).toEqual([told]);
  });

  test.each(["PPPK", "PPPK-PW"] as const)("CON_4 and ACC_7 hold for the number of a %s", (kind) => {
    expect(problemsOfRecord({ ...asPppk, kind })).toEqual([]);
    expect(problemsOfRecord({ ...asPppk, kind, tmt: "2023-03-01" })).toEqual([
      { field: "tmt", code: "CON_4", params: { right: "2024" } },
    ]);
    expect(problemsOfRecord({ ...asPppk, kind, nip: "199105172018211003" })).toEqual([
      { field: "nip", code: "ACC_7", params: { right: "2019" } },
    ]);
    expect(problemsOfRecord({ ...asPppk, kind, kedudukanHukum: "01" })).toEqual([
      { field: "kedudukanHukum", code: "ACC_4" },
    ]);
  });

  test("what was wrong before does not keep another change from being saved", () => {
    const wrong = { ...pns, birthDate: "1985-12-02" };

    expect(problemsOf({ sex: "F" }, wrong)).toEqual([]);
    expect(problemsOf({ birthDate: "" }, wrong)).toEqual([]);
    expect(problemsOf({ birthDate: "kemarin" }, wrong)).toEqual([
      { field: "birthDate", code: "day-malformed" },
    ]);
  });
});
