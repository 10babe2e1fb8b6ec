/** What the record's own rules find, at the columns of a file. */

import { fieldProblemsOf } from "#shared/employee/employee-rules.ts";
import type { FieldKey } from "#shared/employee/fields.ts";
import { golonganOf } from "#shared/employee/golongan.ts";
import { kindOfNip, type Nip } from "#shared/employee/nip.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { type ImportCode, isImportCode } from "./import-codes.ts";
import type { ImportField } from "./import-columns.ts";
import type { RowReading } from "./row-reading.ts";

/** The fields of a record that a row says, in the form in which they are stored. */
export type SaidFields = Readonly<Partial<Record<FieldKey, string>>>;

export function addRecordProblems(row: RowReading, said: SaidFields, nip: Nip | undefined): void {
  const record = { ...said, kind: row.kind, nip: nip ?? "", tmt: said.tmt ?? "" };
  for (const problem of fieldProblemsOf(record)) {
    const column = columnOf(problem.field, row);
    if (!column || row.isSpoiled(column) || (problem.field === "kind" && !nip)) continue;
    if (problem.field === "golongan" && problem.code === "required") lacksGolongan(row, nip);
    else addProblem(row, { column, nip }, problem);
  }
}

function addProblem(
  row: RowReading,
  { column, nip }: { readonly column: ImportField; readonly nip: Nip | undefined },
  problem: FieldProblem,
): void {
  const code = codeOf(problem, row);
  const list = code === "golongan-unknown" ? { list: golonganOf(row.kind).join(", ") } : {};
  // The example of the row's own kind would be what is wrong.
  const example = code === "kind-differs" && nip ? { example: kindOfNip(nip) } : {};
  row.add(column, code, { params: { ...problem.params, ...list }, ...example });
}

/** A PPPK of whom the file does not say the kind may be a PPPK Paruh Waktu, who needs none: the record knows it. */
function lacksGolongan(row: RowReading, nip: Nip | undefined): void {
  const isOpen = row.text("kind") === "" && nip !== undefined && kindOfNip(nip) === "PPPK";
  if (isOpen) row.unlessPartTime = row.problem("golongan", "golongan-or-kind");
  else if (row.has("golongan")) row.add("golongan", "required");
  else row.lacksColumn = "golongan";
}

/** The column of a record's field; undefined for what a file does not say. */
function columnOf(field: string, row: RowReading): ImportField | undefined {
  if (field === "tmt") return row.tmtField;
  if (field === "email") return row.emailField;
  if (field === "kind" && !row.has("kind")) return "nip";
  return fields.find((each) => each === field);
}

const fields: readonly ImportField[] = [
  ...(["name", "gelarDepan", "gelarBelakang", "golongan", "jabatan", "unitKerja"] as const),
  ...(["kedudukanHukum", "contractEnd", "kind", "nik", "birthPlace", "birthDate", "sex"] as const),
  ...(["tmtCpns", "jabatanKind", "karpeg", "bup"] as const),
];

/** @throws Error when a rule of the record has a code that an import does not know: its list lacks it */
function codeOf({ field, code }: FieldProblem, row: RowReading): ImportCode {
  // A CPNS has none yet.
  if (field === "tmt" && code === "required" && row.kind === "PNS") return "tmt-pns-missing";
  if (isImportCode(code)) return code;
  throw new Error(`An import has no code for ${code}.`);
}
