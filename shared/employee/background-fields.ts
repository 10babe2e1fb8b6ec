/** The fields of a record that an agency's work needs and no card shows. All may be absent: many follow from the number. */
import { isDay, workingDayProblem } from "./field-checks.ts";
import { jabatanKindCodes } from "./jabatan-kind.ts";
import { isNik } from "./nik.ts";
import { type RecordField, some } from "./record-field.ts";

/** Years at which people retire: UU 20/2023 and PP 11/2017, article 239 (58, 60, 65), UU 14/2005, article 67 (65, 70). */
export const retirementAges = ["58", "60", "65", "70"];

/** In the order of the officer's form. */
export const backgroundFields = {
  /** The resident's number. It follows no correction of a birth date, so a difference from the NIP is only warned of. */
  nik: {
    kinds: some,
    type: "text",
    group: "birth",
    edit: "petugas",
    maxLength: 16,
    isNumber: true,
    problem: (text) => !isNik(text) && "nik-malformed",
  },
  birthPlace: {
    kinds: some,
    type: "text",
    group: "birth",
    edit: "petugas",
    maxLength: 60,
    dashIsNone: true,
    problem: (text) => !/\p{L}/u.test(text) && "malformed",
  },
  /** BKN's CON_2 compares it with the number. */
  birthDate: {
    kinds: some,
    type: "date",
    group: "birth",
    edit: "petugas",
    problem: (text) => !isDay(text) && "day-malformed",
  },
  /** "M" or "F", as SIASN writes it; CON_3 compares it. */
  sex: {
    kinds: some,
    type: "text",
    options: () => ["M", "F"],
    group: "birth",
    edit: "petugas",
    problem: (text) => text !== "M" && text !== "F" && "sex-unknown",
  },
  /** CON_1 and ACC_1 compare it. */
  tmtCpns: {
    kinds: { PNS: "optional", PPPK: "none", "PPPK-PW": "none" },
    type: "date",
    group: "service",
    edit: "petugas",
    problem: workingDayProblem,
  },
  /** BKN's code, see jabatan-kind.ts. */
  jabatanKind: {
    kinds: some,
    type: "text",
    options: () => jabatanKindCodes,
    group: "position",
    edit: "petugas",
    problem: (text) => !jabatanKindCodes.includes(text) && "jabatan-kind-unknown",
  },
  /** Number of the KARPEG, a PNS's card of before (C-13). */
  karpeg: {
    kinds: { PNS: "optional", PPPK: "none", "PPPK-PW": "none" },
    type: "text",
    group: "service",
    edit: "petugas",
    maxLength: 20,
    dashIsNone: true,
    problem: (text) => !/^[A-Za-z0-9][A-Za-z0-9 ./-]*$/.test(text) && "malformed",
  },
  /** Age of retirement in years. It hangs on the jabatan, whose name is free text, so somebody says it. */
  bup: {
    kinds: some,
    type: "text",
    options: () => retirementAges,
    group: "position",
    edit: "petugas",
    problem: (text) => !retirementAges.includes(text) && "bup-unknown",
  },
} as const satisfies Readonly<Record<string, RecordField>>;
