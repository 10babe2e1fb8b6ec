/** What is wrong with a row only beside the record that is there: each of the two alone is right. */
import type { Employee } from "#shared/employee/employee.ts";
import { keptChange, problemsOfRecord, type WholeRecord } from "#shared/employee/employee-rules.ts";
import type { FieldKey } from "#shared/employee/fields.ts";
import { numberKindOf } from "#shared/employee/nip.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { keyedWhere, keysOf } from "#shared/runtime/keyed.ts";
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
  // What was wrong before keeps nothing else out.
  const before = new Set(problemsOfRecord(record).map(inShort));
  return problemsOfRecord(after)
    .filter((problem) => !before.has(inShort(problem)))
    .map((problem) => told(problem, { person, after, headings }));
}

const inShort = ({ field, code }: FieldProblem) => `${field} ${code}`;

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
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split("-").reverse().join("-") : text;
}
