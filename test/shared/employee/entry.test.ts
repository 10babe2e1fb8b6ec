import { expect, test } from "vitest";
import { type Entry, isEntryNeeded, problemsOfEntry } from "#shared/employee/entry.ts";

const pppk: Entry = {
  ...{ nip: "199104102025212004", kind: "PPPK-PW", tmt: "2025-10-01", kedudukanHukum: "71" },
  ...{ name: "Ayu Khayalan", jabatan: "Guru", unitKerja: "SD Negeri 1", contractEnd: "2026-09-30" },
};

test("whoever enters a PPPK of any kind says when the contract ends", () => {
  expect(problemsOfEntry(pppk)).toEqual([]);
  const { contractEnd: _, ...open } = pppk;
  const required = [{ field: "contractEnd", code: "required" }];
  expect(problemsOfEntry(open)).toEqual(required);
  expect(problemsOfEntry({ ...open, kind: "PPPK", golongan: "IX" })).toEqual(required);
  const kinds = ["PNS", "PPPK", "PPPK-PW"] as const;
  expect(kinds.map((kind) => isEntryNeeded("contractEnd", kind))).toEqual([false, true, true]);
  expect(kinds.map((kind) => isEntryNeeded("golongan", kind))).toEqual([true, true, false]);
});
