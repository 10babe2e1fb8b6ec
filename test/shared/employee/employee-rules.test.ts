import fc from "fast-check";
import { expect, test } from "vitest";
import {
  keptChange,
  problemsOf,
  problemsOfRecord,
  type WholeRecord,
} from "#shared/employee/employee-rules.ts";
import { editableFields } from "#shared/employee/fields.ts";
import { foldWords } from "#shared/employee/folding.ts";
import { anEmployee } from "../../support/builders.ts";

const pns = { kind: "PNS", nip: "19850212 201001 2 004", tmt: "2010-01-01" } as const;
const pppk = { kind: "PPPK", nip: "198502122024211001", tmt: "2024-03-01" } as const;
const pppkPw = { ...pppk, kind: "PPPK-PW" } as const;

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
      pns,
    ),
  ).toEqual([]);
});

test.each([
  ["name", "Зоя", "characters-unsupported"],
  ["name", "Siti\u0000", "characters-unsupported"],
  ["name", "Siti\nRahma", "characters-unsupported"],
  ["name", "Siti \u202E amhaR", "characters-unsupported"],
  ["name", "Siti <b>", "characters-unsupported"],
  ["name", "-", "malformed"],
  ["name", "Siti Rahma, S.H.", "name-with-degrees"],
  ["name", "  ", "required"],
  ["email", "siti@contoh", "email-malformed"],
  ["email", "siti @contoh.example", "email-malformed"],
  ["email", "siti@contoh.example\nBcc: a@b.example", "email-malformed"],
  ["phone", "0812", "phone-malformed"],
  ["phone", "08120000000a", "phone-malformed"],
  ["phone", "+62 (((((((", "phone-malformed"],
  ["phone", "812-3456", "phone-malformed"],
  ["phone", "+6281234567890123", "phone-malformed"],
  ["golongan", "iii/a", "golongan-unknown"],
  ["contractEnd", "2027-01-01", "not-for-pns"],
] as const)("%s %j is refused as %s", (field, text, code) => {
  expect(problemsOf({ [field]: text }, pns)).toEqual([expect.objectContaining({ field, code })]);
});

test.each([
  ["2026-12-31", undefined],
  ["2028-02-29", undefined],
  ["2026-02-29", "day-malformed"],
  ["2026-13-01", "day-malformed"],
  ["31-12-2026", "day-malformed"],
  ["2024-03-02", undefined],
  ["2024-03-01", "not-after-tmt"],
  ["0001-01-01", "not-after-tmt"],
  ["2055-02-12", undefined],
  ["2055-02-13", "day-too-late"],
  ["9999-12-31", "day-too-late"],
  ["", undefined],
])("of a PPPK's contract the last day %j is told %s", (contractEnd, code) => {
  expect(problemsOf({ contractEnd }, pppk)[0]?.code).toBe(code);
  expect(problemsOf({ contractEnd }, pppkPw)[0]?.code).toBe(code);
});

test.each([
  ["email", "siti@contoh.example"],
  ["contractEnd", "2028-12-31"],
] as const)("a record may lack %s, but what it has is not emptied", (field, value) => {
  for (const empty of ["", " ", "\u200b"]) {
    expect(problemsOf({ [field]: empty }, pppk)).toEqual([]);
    expect(problemsOf({ [field]: empty }, { ...pppk, [field]: value })).toEqual([
      { field, code: "required" },
    ]);
  }
});

test.each([
  [pns, "", "required"],
  [pns, "IX", "golongan-unknown"],
  [pppk, "", "required"],
  [pppk, "III/a", "golongan-unknown"],
  [pppkPw, "", undefined],
  [pppkPw, "IX", undefined],
  [pppkPw, "III/a", "golongan-unknown"],
])("of %j the golongan %j is told %s", (context, golongan, code) => {
  expect(problemsOf({ golongan }, context)[0]?.code).toBe(code);
});

test("a last day of a contract beyond the highest age is told with the latest there is", () => {
  expect(problemsOf({ contractEnd: "2055-02-13" }, pppk)).toEqual([
    { field: "contractEnd", code: "day-too-late", params: { max: "12-02-2055" } },
  ]);
});

test.each([
  ["name", 140],
  ["gelarDepan", 60],
  ["gelarBelakang", 80],
  ["jabatan", 160],
  ["unitKerja", 200],
] as const)("a text too long is told with how long it may be: %s has %i letters", (field, max) => {
  expect(problemsOf({ [field]: "a".repeat(max + 1) }, pns)).toEqual([
    { field, code: "too-long", params: { max } },
  ]);
  expect(problemsOf({ [field]: "a".repeat(max) }, pns)).toEqual([]);
});

test("all problems are told at once, in the form's order", () => {
  const problems = problemsOf({ email: "siti", name: "", golongan: "X" }, pns);

  expect(problems.map(({ field }) => field)).toEqual(["name", "golongan", "email"]);
});

test("whatever is sent is checked, and a name that passes can be searched for", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(fc.constantFrom(...editableFields), text, (field, value) => {
      const problems = problemsOf({ [field]: value }, pppk);

      expect(problems.every((problem) => problem.field === field)).toBe(true);
      if (field === "name" && problems.length === 0) expect(foldWords(value)).not.toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['Siti "Ayu" Rekaan', '"', 6],
  ["Siti\nRahma", "U+000A", 5],
  ["Siti \u202E amhaR", "U+202E", 6],
  ["李", "李", 1],
])(
  "of %j the character that cannot be printed is named, and its place",
  (name, character, place) => {
    expect(problemsOf({ name }, pns)).toEqual([
      { field: "name", code: "characters-unsupported", params: { character, place } },
    ]);
  },
);

test.each([
  ["name", "Yohanes  Umpama", "Yohanes Umpama"],
  ["name", "Ni\u02bcmatullah", "Ni’matullah"],
  ["name", "Siti\u00a0Rekaan", "Siti Rekaan"],
  ["name", "Si\u200bti\ufeff ", "Siti"],
  ["name", "Jose\u0301", "José"],
  ["gelarDepan", "-", undefined],
  ["gelarBelakang", "S.Kom., M.T.", "S.Kom., M.T."],
  ["phone", " ", undefined],
  ["phone", "(0513) 21-234", "(0513) 21-234"],
  ["phone", "0812 345 6", "0812 345 6"],
  ["phone", "+62 812 3456 7890 12", "+62 812 3456 7890 12"],
] as const)("%s %j is kept as %j", (field, typed, kept) => {
  expect(problemsOf({ [field]: typed }, pns)).toEqual([]);
  expect(keptChange({ [field]: typed })).toEqual({ [field]: kept });
});

const whole = anEmployee();

test("a whole record that is in order may enter", () => {
  expect(problemsOfRecord(whole)).toEqual([]);
  expect(
    problemsOfRecord({
      ...whole,
      ...pppk,
      golongan: "IX",
      kedudukanHukum: "71",
      contractEnd: "2028-12-31",
    }),
  ).toEqual([]);
});

test.each<[Partial<WholeRecord>, string, string]>([
  [{ nip: "198502122010012000" }, "nip", "nip-malformed"],
  [{ nip: "19850212 201001 2 004" }, "nip", "nip-malformed"],
  [{ golongan: undefined }, "golongan", "required"],
  [{ golongan: "IX" }, "golongan", "golongan-unknown"],
  [{ name: "\u200b" }, "name", "required"],
  [{ email: "a..b@c.id" }, "email", "email-malformed"],
  [{ tmt: "" }, "tmt", "required"],
  [{ tmt: "2010-02-30" }, "tmt", "day-malformed"],
  [{ tmt: "1 Jan 2005" }, "tmt", "day-malformed"],
  [{ tmt: "2205-01-01" }, "tmt", "day-too-late"],
  [{ name: "Siti Rahma, S.H." }, "name", "name-with-degrees"],
  [{ instansiId: "" }, "instansiId", "required"],
  [{ instansi: " " }, "instansi", "required"],
  [{ kedudukanHukum: "71" }, "kedudukanHukum", "ACC_4"],
  [{ kedudukanHukum: "00" }, "kedudukanHukum", "kedudukan-hukum-unknown"],
  [{ contractEnd: "2028-12-31" }, "contractEnd", "not-for-pns"],
])("a record with %j does not enter", (change, field, code) => {
  expect(problemsOfRecord({ ...whole, ...change })).toEqual([
    expect.objectContaining({ field, code }),
  ]);
});

test("a NIK is kept without the blanks of the paper that it was copied from", () => {
  expect(keptChange({ nik: " 51 71 04 420269 0001 " })).toEqual({ nik: "5171044202690001" });
  expect(problemsOf({ nik: "51 71 04 420269 0001" }, whole)).toEqual([]);
});

test("a kind is the number's own; a PPPK's number is also one of a PPPK Paruh Waktu", () => {
  const ofPppk = { ...whole, golongan: "IX", kedudukanHukum: "71" };
  const differs = [{ field: "kind", code: "kind-differs" }];

  expect(problemsOfRecord({ ...ofPppk, kind: "PPPK" })).toEqual(differs);
  expect(problemsOfRecord({ ...ofPppk, kind: "PPPK-PW" })).toEqual(differs);
  expect(problemsOfRecord({ ...whole, nip: pppk.nip })).toEqual(differs);
  expect(problemsOfRecord({ ...ofPppk, ...pppk })).toEqual([]);
  expect(problemsOfRecord({ ...ofPppk, ...pppkPw, golongan: "" })).toEqual([]);
  expect(problemsOfRecord({ ...ofPppk, ...pppkPw, email: undefined })).toEqual([]);
  expect(problemsOfRecord({ ...ofPppk, ...pppkPw, kedudukanHukum: "01" })).toEqual([
    { field: "kedudukanHukum", code: "ACC_4" },
  ]);
});
