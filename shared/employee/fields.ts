/**
 * The catalogue of a record's fields: each field is described here, once. The record's type and stored schema, the rules, the
 * change request, the answer, the officer's form and the card's content are made from it (decision 0022). Pure, so that the
 * officer's form runs it. employee.ts has what the service adds to a record (ids, photo, revision).
 */
import { visibleText } from "#shared/runtime/visible-text.ts";
import { backgroundFields } from "./background-fields.ts";
import { isEmail } from "./email.ts";
import {
  canDraw,
  contractEndProblem,
  hasLetter,
  isDay,
  isPhone,
  workingDayProblem,
} from "./field-checks.ts";
import { golonganOf } from "./golongan.ts";
import { kedudukanHukumProblem } from "./kedudukan-hukum.ts";
import { employeeKinds, kindOfNip, numberKindOf, parseNip } from "./nip.ts";
import { all, type ProposalGroup, type RecordField, some } from "./record-field.ts";

/** In the order of the officer's form; what it does not change comes first. */
const recordFields = {
  nip: {
    kinds: all,
    type: "text",
    card: "source",
    problem: (text) => parseNip(text) !== text && "nip-malformed",
  },
  kind: {
    kinds: all,
    type: "text",
    card: "source",
    problem: (_, { nip, kind }) => {
      const parsed = parseNip(nip);
      return parsed !== undefined && kindOfNip(parsed) !== numberKindOf(kind) && "kind-differs";
    },
  },
  /** TMT PNS, or the contract's first day. */
  tmt: {
    kinds: all,
    type: "date",
    card: "source",
    problem: workingDayProblem,
  },
  instansiId: {
    kinds: all,
    type: "text",
    card: "source",
    problem: (text) => visibleText(text) === "" && "required",
  },
  instansi: {
    kinds: all,
    type: "text",
    card: "printed",
    problem: (text) => (visibleText(text) === "" || !canDraw(text)) && "required",
  },
  /** BKN's code, see kedudukan-hukum.ts. It has a form of its own. */
  kedudukanHukum: {
    kinds: all,
    type: "text",
    approve: "penyetuju",
    problem: (text, { kind }) => kedudukanHukumProblem(text, kind),
  },
  /** The day of the holder's death, by which the employment ended. No form of the whole record has it. */
  diedOn: {
    kinds: some,
    type: "date",
    approve: "penyetuju",
    problem: (text) => !isDay(text) && "day-malformed",
  },
  /** Name without degrees, as in SIASN. */
  name: {
    kinds: all,
    type: "text",
    group: "name",
    edit: "petugas",
    approve: "penyetuju",
    maxLength: 140,
    card: "source",
    isDrawn: true,
    // No name has a comma; "Siti Rahma, S.H." would get its degrees twice.
    problem: (text) => (text.includes(",") ? "name-with-degrees" : !hasLetter(text) && "malformed"),
  },
  /** Degrees before the name, "Dr. Ir.". */
  gelarDepan: {
    kinds: some,
    type: "text",
    group: "name",
    edit: "petugas",
    approve: "penyetuju",
    maxLength: 60,
    dashIsNone: true,
    card: "source",
    isDrawn: true,
  },
  /** Degrees after the name, "S.Kom., M.T.". */
  gelarBelakang: {
    kinds: some,
    type: "text",
    group: "name",
    edit: "petugas",
    approve: "penyetuju",
    maxLength: 80,
    dashIsNone: true,
    card: "source",
    isDrawn: true,
  },
  /** "III/a" for PNS, "IX" for PPPK. A PPPK Paruh Waktu need not have one (KepmenPANRB 16/2025). */
  golongan: {
    kinds: { PNS: "required", PPPK: "required", "PPPK-PW": "optional" },
    type: "text",
    options: golonganOf,
    group: "rank",
    edit: "petugas",
    approve: "penyetuju",
    maxLength: 5,
    card: "printed",
    problem: (text, { kind }) => !golonganOf(kind).includes(text) && "golongan-unknown",
  },
  jabatan: {
    kinds: all,
    type: "text",
    group: "position",
    edit: "petugas",
    maxLength: 160,
    card: "printed",
    isDrawn: true,
  },
  unitKerja: {
    kinds: all,
    type: "text",
    edit: "petugas",
    maxLength: 200,
    card: "printed",
    isDrawn: true,
  },
  /** Who has none activates the account at the counter. Before the activation `email-correction` changes it (decision 0036). */
  email: {
    kinds: some,
    isKept: true,
    type: "email",
    edit: "petugas",
    approve: "penyetuju",
    maxLength: 254,
    problem: (text) => !isEmail(text) && "email-malformed",
  },
  phone: {
    kinds: some,
    type: "tel",
    edit: "petugas",
    maxLength: 20,
    problem: (text) => !isPhone(text) && "phone-malformed",
  },
  /** PPPK: the contract's last day. SIASN's export does not say it. */
  contractEnd: {
    kinds: { PNS: "none", PPPK: "optional", "PPPK-PW": "optional" },
    isKept: true,
    type: "date",
    group: "contract",
    edit: "petugas",
    // It ends a card, and revives it: nobody does either alone (decision 0049).
    approve: "penyetuju",
    maxLength: 10,
    card: "printed",
    problem: contractEndProblem,
  },
  ...backgroundFields,
} as const satisfies Readonly<Record<string, RecordField>>;

type Catalogue = typeof recordFields;
export type FieldKey = keyof Catalogue;
/** The fields that have this property. */
type FieldWith<Said> = { [K in FieldKey]: Catalogue[K] extends Said ? K : never }[FieldKey];

export type EditableField = FieldWith<{ readonly edit: "petugas" }>;
/** In every record, whichever its kind. */
export type RequiredField = FieldWith<{ readonly kinds: typeof all }>;
export type OptionalField = Exclude<FieldKey, RequiredField>;
export type CardField = FieldWith<{ readonly card: "printed" | "source" }>;
/** What a record never loses once it has it. */
type KeptField = FieldWith<{ readonly isKept: true }>;
export type PrintedField = FieldWith<{ readonly card: "printed" }>;

/** The description of a field, with all optional properties. */
export function fieldOf(key: FieldKey): RecordField {
  return recordFields[key];
}

function isField(key: string): key is FieldKey {
  return Object.hasOwn(recordFields, key);
}

export function isEditable(key: FieldKey): key is EditableField {
  return fieldOf(key).edit !== undefined;
}

/** Whether two people change it. */
export function takesTwo(key: FieldKey): boolean {
  return fieldOf(key).approve !== undefined;
}

/** What a holder may propose, in the catalogue's order. */
export function groupOf(key: FieldKey): ProposalGroup | undefined {
  return fieldOf(key).group;
}

export function isRequired<K extends FieldKey>(key: K): key is K & RequiredField {
  const { kinds } = fieldOf(key);
  return employeeKinds.every((kind) => kinds[kind] === "required");
}

export function isOptional<K extends FieldKey>(key: K): key is K & OptionalField {
  return !isRequired(key);
}

export function isKept(key: FieldKey): key is KeptField {
  return fieldOf(key).isKept === true;
}

function isOnCard(key: FieldKey): key is CardField {
  return fieldOf(key).card !== undefined;
}

function isPrinted(key: FieldKey): key is PrintedField {
  return fieldOf(key).card === "printed";
}

export const fieldKeys: readonly FieldKey[] = Object.keys(recordFields).filter(isField);
/** What an officer changes, in the form's order; all but the reason are optional. */
export const editableFields: readonly EditableField[] = fieldKeys.filter(isEditable);
/** The fields whose change makes another card. */
export const fieldsOnCard: readonly CardField[] = fieldKeys.filter(isOnCard);
/** The fields that are printed unchanged. */
export const printedFields: readonly PrintedField[] = fieldKeys.filter(isPrinted);
