/** The rules for the fields of a record. Pure, so that the officer's form checks with the same rules as the API. */

import type { FieldProblem } from "#shared/runtime/errors.ts";
import { turnedDay } from "#shared/runtime/turned-day.ts";
import { visibleText } from "#shared/runtime/visible-text.ts";
import { type BknFinding, bknFindings } from "./bkn-checks.ts";
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
import { kindOfNip, numberKindOf, parseNip } from "./nip.ts";

export type EmployeeChange = Readonly<Partial<Record<EditableField, string>>>;
/** The same fields of a record; some are absent. */
type Fields = Readonly<Partial<Record<EditableField, string | undefined>>>;

/** Everything that is wrong with a change of such a record; empty when it may be saved. */
export function problemsOf(change: Fields, context: RecordContext): FieldProblem[] {
  const found = changeProblems(change, context);
  const wrong = new Set(found.map(({ field }) => field));
  const after = { ...context, ...keptChange(change) };
  const changed = numberProblems(after).filter(({ field }) => isSaid(field, change));
  return [...found, ...changed.filter(({ field }) => !wrong.has(field))];
}

function isSaid(field: string, change: Fields): boolean {
  return editableFields.some((each) => each === field && change[each] !== undefined);
}

function changeProblems(change: Fields, context: RecordContext): FieldProblem[] {
  return editableFields.flatMap((field) => {
    const text = change[field];
    const found = text === undefined ? undefined : problemOf(field, keptText(field, text), context);
    return found ? [{ field, ...found }] : [];
  });
}

/** A record from outside: texts, of which some are absent. */
export type WholeRecord = RecordContext & Readonly<Partial<Record<FieldKey, string | undefined>>>;

/**
 * Everything that is wrong with a whole record, before it enters: with each field, and with the number beside the others.
 * @param year see `bknFindings`
 */
export function problemsOfRecord(record: WholeRecord, year?: number): FieldProblem[] {
  const found = fieldProblemsOf(record);
  const wrong = new Set(found.map(({ field }) => field));
  return [...found, ...numberProblems(record, year).filter(({ field }) => !wrong.has(field))];
}

/**
 * What would be wrong with a record after a change, because of it: with a changed field, or with another one that was right beside what the
 * record said before. What was wrong before keeps no other change out.
 */
export function problemsOfNext(before: WholeRecord, change: NextFields): FieldProblem[] {
  const inShort = ({ field, code }: FieldProblem) => `${field} ${code}`;
  const known = new Set(problemsOfRecord(before).map(inShort));
  return problemsOfRecord({ ...before, ...change }).filter(
    (problem) => Object.hasOwn(change, problem.field) || !known.has(inShort(problem)),
  );
}

/** Fields of a record but for its number, which changes in a way of its own. */
type NextFields = Readonly<
  Partial<Record<Exclude<FieldKey, "nip" | "kind" | "tmt">, string | undefined>>
> &
  Partial<Pick<WholeRecord, "kind" | "tmt">>;

/** BKN's cross-checks of a record with its number, at the fields of the record. A number of the other kind is told as such. */
function numberProblems(record: RecordContext, year?: number): FieldProblem[] {
  const nip = parseNip(record.nip);
  const { kind, tmt, birthDate, sex, tmtCpns } = record;
  if (!nip || kindOfNip(nip) !== numberKindOf(kind)) return [];
  const compared = { nip, kind, birthDate, tmtCpns, tmtPns: tmt, tmtPppk: tmt };
  const said = sex === "M" || sex === "F" ? sex : undefined;
  return bknFindings({ ...compared, sex: said }, year).map(({ code, field, right }) => ({
    field: fieldsOfFindings[field],
    code,
    params: { right: turnedDay(right) },
  }));
}

/** ACC_1 is told at the day that an officer's form has. */
const fieldsOfFindings = {
  ...{ birthDate: "birthDate", sex: "sex", tmtCpns: "tmtCpns", nip: "nip" },
  ...{ tmtPns: "tmtCpns", tmtPppk: "tmt" },
} as const satisfies Readonly<Record<BknFinding["field"], FieldKey>>;

/** What is wrong with each field of a whole record, by itself. */
export function fieldProblemsOf(record: WholeRecord): FieldProblem[] {
  const fixed = fieldKeys.flatMap((field) => {
    const found = isEditable(field) ? undefined : fixedProblem(field, record);
    return found ? [{ field, ...found }] : [];
  });
  const whole = Object.fromEntries(editableFields.map((field) => [field, record[field] ?? ""]));
  return [...fixed, ...changeProblems(whole, record)];
}

function fixedProblem(field: FieldKey, record: WholeRecord): Problem | undefined {
  const text = record[field] ?? "";
  if (text === "") return isRequired(field) ? { code: "required" } : undefined;
  return ownProblem(field, text, record);
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

/** A field's text in the form that is saved. */
export function keptText(field: EditableField, text: string): string {
  const kept = visibleText(text);
  const { dashIsNone, isNumber } = fieldOf(field);
  if (kept === "-" && dashIsNone) return "";
  return isNumber ? kept.replaceAll(/[ .-]/g, "") : kept;
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
