import { expect, test } from "vitest";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import {
  asChanges,
  differences,
  editableValues,
  reasonProblem,
} from "../../../web/src/officer/employee-change.ts";

const siti: EmployeeAnswer = {
  id: "emp_1",
  nip: "19850212 201001 2 004",
  name: "Siti Rahmawati, S.Kom.",
  bareName: "Siti Rahmawati",
  gelarBelakang: "S.Kom.",
  kind: "PNS",
  golongan: "III/c",
  jabatan: "Pranata Komputer",
  unitKerja: "Dinas Kominfo",
  email: "siti@contoh.go.id",
  instansi: "Kabupaten Contoh",
  tmt: "2010-01-01",
  kedudukanHukum: "01",
  status: "active",
  revision: 1,
  hasPhoto: true,
  history: { items: [] },
};

test.each([
  ["SK 12/2026", undefined],
  [" ", "required"],
  ["\u200b\u200b", "required"],
  ["SK \u202e21", "characters-hidden"],
])("the reason %j is checked before the review: %s", (reason, problem) => {
  expect(reasonProblem(reason)).toBe(problem);
});

test("blanks between words, and between the digits of a NIK as papers print it, change nothing", () => {
  const before = { ...editableValues(siti), nik: "5171044202690001" };
  const typed = { ...before, name: " Siti  Rahmawati ", nik: "51 71 04 420269.0001" };

  expect(differences(before, typed)).toEqual([]);
  expect(differences(before, { ...typed, nik: "51 71 04 420269 0002" })).toEqual([
    { field: "nik", from: before.nik, to: "5171044202690002" },
  ]);
});

test("only what was changed is sent", () => {
  const before = editableValues(siti);

  const found = differences(before, {
    ...before,
    golongan: "III/d",
    jabatan: " Pranata Komputer ",
  });

  expect(asChanges(found)).toEqual({ golongan: "III/d" });
});

test("an emptied field is a change to nothing", () => {
  const before = editableValues(siti);

  expect(differences(before, { ...before, gelarBelakang: "" })).toEqual([
    { field: "gelarBelakang", from: "S.Kom.", to: "" },
  ]);
});
