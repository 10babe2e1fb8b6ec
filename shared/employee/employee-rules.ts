/** The rules for the fields of a record. Pure, so that the officer's form checks with the same rules as the API. */
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { visibleText } from "#shared/runtime/visible-text.ts";
import { drawingProblem, type Problem, type RecordContext } from "./field-checks.ts";
import {
  type EditableField,
  editableFields,
  type FieldKey,
  fieldKeys,
  fieldOf,
  isEditable,
  isKept,
  isOptional,
  isRequired,
  type OptionalField,
  type RequiredField,
} from "./fields.ts";
import { numberKindOf } from "./nip.ts";

export type EmployeeChange = Readonly<Partial<Record<EditableField, string>>>;
/** The same fields of a record; some are absent. */
type Fields = Readonly<Partial<Record<EditableField, string | undefined>>>;

/** Everything that is wrong with a change of such a record; empty when it may be saved. */
export function problemsOf(change: Fields, context: RecordContext): FieldProblem[] {
  return editableFields.flatMap((field) => {
    const text = change[field];
    const found = text === undefined ? undefined : problemOf(field, keptText(field, text), context);
    return found ? [{ field, ...found }] : [];
  });
}

/** A record from outside: texts, of which some are absent. */
export type WholeRecord = RecordContext & Readonly<Partial<Record<FieldKey, string | undefined>>>;

/** Everything that is wrong with a whole record, before it enters. */
export function problemsOfRecord(record: WholeRecord): FieldProblem[] {
  const fixed = fieldKeys.flatMap((field) => {
    const found = isEditable(field) ? undefined : ownProblem(field, record[field] ?? "", record);
    return found ? [{ field, ...found }] : [];
  });
  const whole = Object.fromEntries(editableFields.map((field) => [field, record[field] ?? ""]));
  return [...fixed, ...problemsOf(whole, record)];
}

type KeptChange = Readonly<
  Partial<Record<EditableField & RequiredField, string>> &
    Partial<Record<EditableField & OptionalField, string | undefined>>
>;

/** The change in the form that is saved: an optional field that was emptied is undefined. */
export function keptChange(change: Fields): KeptChange {
  const kept: { -readonly [Field in keyof KeptChange]: KeptChange[Field] } = {};
  for (const field of editableFields) {
    const text = change[field];
    if (text === undefined) continue;
    const value = keptText(field, text);
    if (isRequired(field)) kept[field] = value;
    else if (isOptional(field)) kept[field] = value || undefined;
  }
  return kept;
}

function keptText(field: EditableField, text: string): string {
  const kept = visibleText(text);
  return kept === "-" && fieldOf(field).dashIsNone ? "" : kept;
}

const notFor = { PNS: "not-for-pns", PPPK: "not-for-pppk" } as const;

/** Whether the record must have it: its kind needs it, or it has one, which it keeps. */
export function isNeeded(field: EditableField, context: RecordContext): boolean {
  const isThere = isKept(field) && Boolean(context[field]);
  return isThere || fieldOf(field).kinds[context.kind] === "required";
}

function problemOf(
  field: EditableField,
  text: string,
  context: RecordContext,
): Problem | undefined {
  const { kinds, maxLength = Infinity, isDrawn } = fieldOf(field);
  if (text === "") return isNeeded(field, context) ? { code: "required" } : undefined;
  if (text.length > maxLength) return { code: "too-long", params: { max: maxLength } };
  if (kinds[context.kind] === "none") return { code: notFor[numberKindOf(context.kind)] };
  return (isDrawn && drawingProblem(text)) || ownProblem(field, text, context);
}

/** What the catalogue's own check of the field refuses. */
function ownProblem(field: FieldKey, text: string, context: RecordContext): Problem | undefined {
  const found = fieldOf(field).problem?.(text, context) || undefined;
  return typeof found === "string" ? { code: found } : found;
}
