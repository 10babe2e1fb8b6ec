/** What is wrong with a row only beside the record that is there: each of the two alone is right. */

import { usualEnd } from "#shared/employee/contract-term.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { keptChange, problemsOfNext, type WholeRecord } from "#shared/employee/employee-rules.ts";
import type { FieldKey } from "#shared/employee/fields.ts";
import { numberKindOf } from "#shared/employee/nip.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { keyedWhere, keysOf } from "#shared/runtime/keyed.ts";
import { turnedDay } from "#shared/runtime/turned-day.ts";
import { exampleOf } from "./examples.ts";
import { isImportCode } from "./import-codes.ts";
import { headingOf, type ImportField, importFields } from "./import-columns.ts";
import { type ImportProblem, importProblem } from "./import-problem.ts";
import type { ImportedPerson } from "./judge-row.ts";

/** The file's own headings, by field. */
export type Headings = ReadonlyMap<ImportField, string>;

/** What the file says of a record's fields, in the form in which they are stored. An empty cell leaves what is there. */
export function saidOf({ said, kind, saysKind }: ImportedPerson) {
  const { tmt, kedudukanHukum } = said;
  const kept = { kind: saysKind ? kind : undefined, tmt, kedudukanHukum, ...keptChange(said) };
  return keyedWhere(keysOf(kept), (field) => kept[field] || undefined);
}

export function problemsWithRecord(
  person: ImportedPerson,
  record: Employee,
  headings: Headings,
): ImportProblem[] {
  const { unlessPartTime, saysKind } = person;
  const kind = saysKind ? person.kind : record.kind;
  if (unlessPartTime && kind !== "PPPK-PW") return [unlessPartTime];
  const said = saidOf(person);
  const after = { ...record, ...said, kind };
  const found = problemsOfNext(record, { ...said, kind });
  return [
    ...found.map((problem) => told(problem, { person, after, headings })),
    ...termProblems({ person, after, headings }, record),
  ];
}

/** @returns what is wrong with somebody who has no record */
export function problemsOfNewcomer(person: ImportedPerson, headings: Headings): ImportProblem[] {
  const { unlessPartTime, said, kind, nip } = person;
  if (unlessPartTime) return [unlessPartTime];
  return termProblems({ person, after: { ...said, kind, nip, tmt: said.tmt ?? "" }, headings });
}

/** A warning of a contract that lasts longer or shorter than those of its kind, where the file says its end. */
function termProblems({ person, after, headings }: Told, record?: Employee): ImportProblem[] {
  const { contractEnd } = person.said;
  const isSame = record && contractEnd === record.contractEnd && after.kind === record.kind;
  const usual = isSame ? undefined : usualEnd({ ...after, contractEnd }, record?.contractEnd);
  if (!usual) return [];
  return [
    importProblem({
      row: person.row,
      column: headings.get("contractEnd") ?? headingOf("contractEnd"),
      value: dayText(contractEnd ?? ""),
      example: dayText(usual),
      code: "contract-term",
    }),
  ];
}

interface Told {
  readonly person: ImportedPerson;
  readonly after: WholeRecord;
  readonly headings: Headings;
}

/** At the column of the field, with the value that would be stored. */
function told(problem: FieldProblem, { person, after, headings }: Told): ImportProblem {
  const { code, params } = problem;
  // ACC_1 compares two days; the file's is TMT PNS, which every row has.
  const field = code === "ACC_1" ? "tmt" : problem.field;
  const column = columnOf(field, after, headings);
  const value = valuesOf(after).get(field) ?? "";
  return importProblem({
    row: person.row,
    column: headings.get(column) ?? headingOf(column),
    value: dayText(value),
    example: exampleOf(column, after.kind),
    code: isImportCode(code) ? code : "malformed",
    ...(params && { params }),
  });
}

const valuesOf = (record: WholeRecord) =>
  new Map<string, string | undefined>(keysOf<FieldKey>(record).map((key) => [key, record[key]]));

function columnOf(field: string, { kind }: WholeRecord, headings: Headings): ImportField {
  if (field === "tmt" && numberKindOf(kind) === "PNS") return "tmtPns";
  if (field === "tmt") return tmtOfPppk.find((each) => headings.has(each)) ?? "tmtPppk";
  return importFields.find((each) => each === field) ?? "nip";
}

const tmtOfPppk: readonly ImportField[] = ["tmtPppk", "tmtCpns", "tmtPns"];

/** "31-12-2026" of "2026-12-31"; another text as it is. */
function dayText(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? turnedDay(text) : text;
}
