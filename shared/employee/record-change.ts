/** Which fields of a record two people change, and by which rules. Pure, so that the officer's form runs it (decision 0049). */

import type { FieldProblem } from "#shared/runtime/errors.ts";
import { keyedWhere } from "#shared/runtime/keyed.ts";
import { turnedDay } from "#shared/runtime/turned-day.ts";
import { type EmployeeChange, keptChange, problemsOf } from "./employee-rules.ts";
import { isDay, type Problem, type RecordContext } from "./field-checks.ts";
import { type EditableField, editableFields, takesTwo } from "./fields.ts";
import { kedudukanHukumProblem, statusOf } from "./kedudukan-hukum.ts";

/** What an officer may ask a penyetuju for: all that the form has, and the kedudukan hukum. The number is a kind of its own (0044). */
export type DecidedField = EditableField | "kedudukanHukum" | "diedOn";
export const decidedFields: readonly DecidedField[] = [
  ...(["kedudukanHukum", "diedOn"] as const),
  ...editableFields,
];
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
export function nextValues({ kedudukanHukum, diedOn, ...fields }: DecidedValues) {
  return {
    ...keptChange(fields),
    ...(kedudukanHukum !== undefined && { kedudukanHukum }),
    ...(diedOn !== undefined && { diedOn: diedOn || undefined }),
  };
}

/** Everything that is wrong with it. @param today in Jakarta */
export function problemsOfDecided(
  { kedudukanHukum, diedOn, ...fields }: DecidedValues,
  before: Before & RecordContext,
  today: string,
): FieldProblem[] {
  const code =
    kedudukanHukum === undefined ? undefined : kedudukanHukumProblem(kedudukanHukum, before.kind);
  const died = diedOn ?? before.diedOn ?? "";
  const death = deathProblem(died, kedudukanHukum ?? before.kedudukanHukum ?? "", today);
  return [
    ...(code ? [{ field: "kedudukanHukum", code }] : []),
    ...(death ? [{ field: "diedOn", ...death }] : []),
    ...problemsOf(fields, before),
  ];
}

/** A death is on a day that has come, and whoever died has no employment. */
function deathProblem(died: string, position: string, today: string): Problem | undefined {
  if (died === "") return undefined;
  if (!isDay(died)) return { code: "day-malformed" };
  const max = turnedDay(today);
  if (died > today) return { code: "day-too-far", params: { max } };
  return statusOf(position) === "ended" ? undefined : { code: "died-not-ended" };
}

/** Whether one officer alone may not make this change. */
export function needsTwo(asked: EmployeeChange, before: Before): boolean {
  const changed = changedValues(asked, before);
  return fieldsOfTwo.some((field) => changed[field] !== undefined);
}
