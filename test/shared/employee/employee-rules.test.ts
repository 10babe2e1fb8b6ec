import fc from "fast-check";
import { expect, test } from "vitest";
import { editableFields, problemsOf } from "#shared/employee/employee-rules.ts";
import { foldWords } from "#shared/employee/folding.ts";

test("a change that is in order has no problems", () => {
  expect(
    problemsOf(
      {
        name: "Ni Luh Putu D’Ayu Sri-Rahmawati",
        gelarDepan: "Prof. Dr. Ir.",
        gelarBelakang: "S.T., M.Eng. (Hons)",
        golongan: "IV/e",
        jabatan: "Analis Kebijakan Ahli Madya/Sub-Koordinator",
        unitKerja: "Bagian Umum & Keuangan",
        email: "ni.luh+kartu@contoh.example",
        phone: "+62 (812) 0000-0000",
      },
      "PNS",
    ),
  ).toEqual([]);
});

test.each([
  ["name", "Зоя", "characters-unsupported"],
  ["name", "Siti\u0000", "characters-unsupported"],
  ["name", "Siti\nRahma", "characters-unsupported"],
  ["name", "Siti \u202E amhaR", "characters-unsupported"],
  ["name", "Siti <b>", "characters-unsupported"],
  ["name", "-", "characters-unsupported"],
  ["name", "  ", "required"],
  ["email", "", "required"],
  ["email", "siti@contoh", "email-malformed"],
  ["email", "siti @contoh.example", "email-malformed"],
  ["email", "siti@contoh.example\nBcc: a@b.example", "email-malformed"],
  ["phone", "0812", "phone-malformed"],
  ["phone", "08120000000a", "phone-malformed"],
  ["golongan", "iii/a", "golongan-unknown"],
  ["contractEnd", "2027-01-01", "not-for-pns"],
] as const)("%s %j is refused as %s", (field, text, code) => {
  expect(problemsOf({ [field]: text }, "PNS")).toEqual([{ field, code }]);
});

test.each([
  ["2026-12-31", undefined],
  ["2028-02-29", undefined],
  ["2026-02-29", "day-malformed"],
  ["2026-13-01", "day-malformed"],
  ["31-12-2026", "day-malformed"],
  ["", undefined],
])("of a PPPK's contract the last day %j is told %s", (contractEnd, code) => {
  expect(problemsOf({ contractEnd }, "PPPK")[0]?.code).toBe(code);
});

test("a text too long is told with how long it may be", () => {
  expect(problemsOf({ name: "a".repeat(141) }, "PNS")).toEqual([
    { field: "name", code: "too-long", params: { max: 140 } },
  ]);
  expect(problemsOf({ name: "a".repeat(140) }, "PNS")).toEqual([]);
});

test("all problems are told at once, in the form's order", () => {
  const problems = problemsOf({ email: "siti", name: "", golongan: "X" }, "PNS");

  expect(problems.map(({ field }) => field)).toEqual(["name", "golongan", "email"]);
});

test("whatever is sent is judged, and a name that passes can be searched for", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(fc.constantFrom(...editableFields), text, (field, value) => {
      const problems = problemsOf({ [field]: value }, "PPPK");

      expect(problems.every((problem) => problem.field === field)).toBe(true);
      if (field === "name" && problems.length === 0) expect(foldWords(value)).not.toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
