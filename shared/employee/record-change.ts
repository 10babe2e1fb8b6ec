/** Which fields of a record two people change, and by which rules. Pure, so that the officer's form runs it (decision 0049). */
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { keyedWhere } from "#shared/runtime/keyed.ts";
import { type EmployeeChange, keptChange, problemsOf } from "./employee-rules.ts";
import type { RecordContext } from "./field-checks.ts";
import { type EditableField, editableFields, takesTwo } from "./fields.ts";
import { kedudukanHukumProblem } from "./kedudukan-hukum.ts";

/** What an officer may ask a penyetuju for: all that the form has, and the kedudukan hukum. The number is a kind of its own (0044). */
export type DecidedField = EditableField | "kedudukanHukum";
export const decidedFields: readonly DecidedField[] = ["kedudukanHukum", ...editableFields];
/** Those of the form that nobody changes alone. */
const fieldsOfTwo: readonly EditableField[] = editableFields.filter(takesTwo);

/** Only the fields that change; an empty text is none. */
export type DecidedValues = Readonly<Partial<Record<DecidedField, string>>>;
/** The same fields of a record; some are absent. */
type Before = Readonly<Partial<Record<DecidedField, string | undefined>>>;

/** What of it is another value than the record's, in the form that is saved; an optional field that is emptied is "". */
export function changedValues(asked: DecidedValues, before: Before): DecidedValues {
  const kept: Before = { ...asked, ...keptChange(asked) };
  return keyedWhere(decidedFields, (field) => {
    if (asked[field] === undefined) return undefined;
    const value = kept[field] ?? "";
    return value === (before[field] ?? "") ? undefined : value;
  });
}

/** What the record says of the fields that change. */
export function valuesBefore(changed: DecidedValues, before: Before): DecidedValues {
  return keyedWhere(decidedFields, (field) =>
    changed[field] === undefined ? undefined : (before[field] ?? ""),
  );
}

/** As a part of the next record: an emptied field is absent. */
export function nextValues({ kedudukanHukum, ...fields }: DecidedValues) {
  return { ...keptChange(fields), ...(kedudukanHukum !== undefined && { kedudukanHukum }) };
}

/** Everything that is wrong with it. */
export function problemsOfDecided(
  { kedudukanHukum, ...fields }: DecidedValues,
  before: RecordContext,
): FieldProblem[] {
  const code =
    kedudukanHukum === undefined ? undefined : kedudukanHukumProblem(kedudukanHukum, before.kind);
  return [...(code ? [{ field: "kedudukanHukum", code }] : []), ...problemsOf(fields, before)];
}

/** Whether one officer alone may not make this change. */
export function needsTwo(asked: EmployeeChange, before: Before): boolean {
  const changed = changedValues(asked, before);
  return fieldsOfTwo.some((field) => changed[field] !== undefined);
}
