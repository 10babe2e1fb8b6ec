/** Judges one row of a file by the rules of the record, and by what spreadsheets do to values. It writes nothing. */
import { isPhone } from "#shared/employee/field-checks.ts";
import { type EmployeeKind, kindOfNip, type Nip } from "#shared/employee/nip.ts";
import {
  printableSigns,
  readGolongan,
  readJabatanKind,
  readKedudukanHukum,
  readKind,
  readRetirementAge,
  readSex,
} from "#shared/employee/spellings.ts";
import { isScientific } from "./clean-cell.ts";
import { compareWithNumber, readNik } from "./compare-numbers.ts";
import type { Columns, ImportField } from "./import-columns.ts";
import type { ImportProblem } from "./import-problem.ts";
import { judgeNip, readPhone } from "./judge-number.ts";
import { readDay } from "./read-day.ts";
import { addRecordProblems, type SaidFields } from "./record-problems.ts";
import { RowReading } from "./row-reading.ts";
import { shiftedFrom } from "./shifted-row.ts";
import type { TableRow } from "./table.ts";

export interface ImportedPerson {
  readonly row: number;
  readonly nip: Nip;
  readonly kind: EmployeeKind;
  /** Whether the file says the kind; else it is what the number can tell, and a PPPK Paruh Waktu has a PPPK's. */
  readonly saysKind: boolean;
  readonly said: SaidFields;
  /** The heading of the address that counts. */
  readonly emailColumn: string;
  /** What is wrong with the row unless the record is a PPPK Paruh Waktu's. */
  readonly unlessPartTime?: ImportProblem | undefined;
}

export interface JudgedRow {
  readonly reading: RowReading;
  /** The number, also of a person who is not taken. */
  readonly nip?: Nip | undefined;
  /** undefined when something is wrong. */
  readonly person?: ImportedPerson | undefined;
}

interface RowOfPerson {
  readonly reading: RowReading;
  readonly nip?: Nip | undefined;
  readonly isShifted: boolean;
}

/** Reads a row as far as to see who it is of. */
export function readRow(columns: Columns, tableRow: TableRow): RowOfPerson {
  const reading = new RowReading(columns, tableRow);
  const shifted = shiftedFrom(reading);
  if (shifted) {
    // What else is wrong follows from it.
    reading.problems.length = 0;
    reading.add(shifted, "columns-shifted");
    return { reading, isShifted: true };
  }
  const nip = nipIn(reading);
  reading.kind = kindIn(reading, nip);
  return { reading, nip, isShifted: false };
}

/** @param year this year */
export function judgeRow(columns: Columns, tableRow: TableRow, year: number): JudgedRow {
  const { reading: row, nip, isShifted } = readRow(columns, tableRow);
  if (isShifted) return { reading: row };
  const said = { ...saidFields(row), ...backgroundFields(row, nip) };
  addRecordProblems(row, said, nip);
  warnOfMissing(row);
  compareWithNumber(row, { said, nip }, year);
  const isTaken = row.problems.every(({ severity }) => severity === "warning");
  const emailColumn = row.heading(row.emailField);
  const saysKind = row.text("kind") !== "";
  const { kind, unlessPartTime } = row;
  const person = { row: row.row, kind, saysKind, said, emailColumn, unlessPartTime };
  return { reading: row, nip, person: isTaken && nip ? { ...person, nip } : undefined };
}

function nipIn(row: RowReading): Nip | undefined {
  if (row.isSpoiled("nip")) return undefined;
  const judged = judgeNip(row.text("nip"), row.isNumber("nip"));
  if (judged.code === undefined) return judged.nip;
  row.add("nip", judged.code);
  return undefined;
}

/** What the file says of the kind, else what the number says. */
function kindIn(row: RowReading, nip: Nip | undefined): EmployeeKind {
  const text = row.text("kind");
  const kind = readKind(text);
  if (text !== "" && !kind) row.add("kind", "kind-unknown");
  return kind ?? (nip ? kindOfNip(nip) : "PNS");
}

/** What a record may lack, and somebody has to add later. */
function warnOfMissing(row: RowReading): void {
  const lacks = (field: ImportField) => row.text(field) === "" && !row.isSpoiled(field);
  // Nobody is kept out for want of an address: the account begins at the counter.
  if (lacks(row.emailField)) row.add(row.emailField, "email-missing");
  if (row.kind !== "PNS" && row.has("contractEnd") && lacks("contractEnd"))
    row.add("contractEnd", "contract-end-missing");
}

function saidFields(row: RowReading): SaidFields {
  const text = (field: ImportField) => row.text(field);
  const day = (field: ImportField) => readDay(text(field)) ?? text(field);
  return {
    kind: row.kind,
    tmt: day(row.tmtField),
    kedudukanHukum: readKedudukanHukum(text("kedudukanHukum")) ?? text("kedudukanHukum"),
    name: text("name"),
    gelarDepan: text("gelarDepan"),
    gelarBelakang: text("gelarBelakang"),
    golongan: readGolongan(text("golongan"), row.kind),
    jabatan: withPrintableSigns(row, "jabatan"),
    unitKerja: withPrintableSigns(row, "unitKerja"),
    email: text(row.emailField),
    phone: phoneIn(row),
    contractEnd: day("contractEnd"),
  };
}

/** What no card shows. A value that cannot be one keeps nobody out where nothing else hangs on it. */
function backgroundFields(row: RowReading, nip: Nip | undefined): SaidFields {
  const day = (field: ImportField) => readDay(row.text(field)) ?? row.text(field);
  const isPns = row.kind === "PNS";
  return {
    nik: readNik(row, nip),
    birthPlace: row.text("birthPlace"),
    birthDate: day("birthDate"),
    sex: readSex(row.text("sex")) ?? row.text("sex"),
    // Of a PPPK SIASN writes the contract's first day there.
    tmtCpns: isPns ? day("tmtCpns") : "",
    jabatanKind: readOr(row, "jabatanKind", readJabatanKind),
    karpeg: isPns ? row.text("karpeg") : "",
    bup: readOr(row, "bup", readRetirementAge),
  };
}

const unknownCodes = { jabatanKind: "jabatan-kind-unknown", bup: "bup-unknown" } as const;

/** The value, or nothing and a warning. */
function readOr(
  row: RowReading,
  field: keyof typeof unknownCodes,
  read: (text: string) => string | undefined,
): string {
  const text = row.text(field);
  const value = text === "" ? "" : read(text);
  if (value === undefined) row.add(field, unknownCodes[field]);
  return value ?? "";
}

function withPrintableSigns(row: RowReading, field: ImportField): string {
  const text = row.text(field);
  const printable = printableSigns(text);
  if (printable !== text) row.add(field, "signs-replaced", { example: printable });
  return printable;
}

/** A wrong telephone number keeps nobody out: it is left empty. */
function phoneIn(row: RowReading): string {
  const text = row.text("phone");
  const phone = readPhone(text);
  if (phone === "" || (isPhone(phone) && phone.length <= longestPhone)) return phone;
  row.add("phone", isScientific(text) ? "phone-scientific" : "phone-malformed");
  return "";
}

/** As the record's catalogue has it. */
const longestPhone = 20;
