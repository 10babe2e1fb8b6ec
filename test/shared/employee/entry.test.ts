import { expect, test } from "vitest";
import { type Entry, isEntryNeeded, problemsOfEntry } from "#shared/employee/entry.ts";

const pppk: Entry = {
  ...{ nip: "199104102025212004", kind: "PPPK-PW", tmt: "2025-10-01", kedudukanHukum: "71" },
  ...{ name: "Ayu Khayalan", jabatan: "Guru", unitKerja: "SD Negeri 1", contractEnd: "2026-09-30" },
};

test("whoever enters a PPPK of any kind says when the contract ends", () => {
  expect(problemsOfEntry(pppk, 2026)).toEqual([]);
  const { contractEnd: _, ...open } = pppk;
  const required = [{ field: "contractEnd", code: "required" }];
  expect(problemsOfEntry(open, 2026)).toEqual(required);
  expect(problemsOfEntry({ ...open, kind: "PPPK", golongan: "IX" }, 2026)).toEqual(required);
  const kinds = ["PNS", "PPPK", "PPPK-PW"] as const;
  expect(kinds.map((kind) => isEntryNeeded("contractEnd", kind))).toEqual([false, true, true]);
  expect(kinds.map((kind) => isEntryNeeded("golongan", kind))).toEqual([true, true, false]);
});

test("ACC_7: whoever is entered has no number of a year that has not come", () => {
  const later = {
    ...pppk,
    nip: "199104102028212004",
    tmt: "2028-01-01",
    contractEnd: "2028-12-31",
  };

  expect(problemsOfEntry(later, 2026)).toEqual([
    { field: "nip", code: "ACC_7", params: { right: "2026" } },
  ]);
  // An appointment of next year is known by its decision (K-32).
  expect(problemsOfEntry(later, 2027)).toEqual([]);
});
