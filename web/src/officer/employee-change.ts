/** The officer's form as data: what is typed, and what of it differs from the record. */
import { type EmployeeChange, keptText } from "#shared/employee/employee-rules.ts";
import { type EditableField, editableFields } from "#shared/employee/fields.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import type { FieldCode } from "#shared/runtime/codes.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { hasHidden, visibleLine } from "#shared/runtime/visible-text.ts";

export type EditableValues = Readonly<Record<EditableField, string>>;

/** One field that will change, or has changed. */
export interface FieldDifference {
  readonly field: EditableField;
  readonly from: string;
  readonly to: string;
}

/** The record's fields as the form shows them; an absent one is empty. */
export function editableValues(employee: EmployeeAnswer): EditableValues {
  return keyed(editableFields, (field) =>
    field === "name" ? employee.bareName : (employee[field] ?? ""),
  );
}

export function differences(before: EditableValues, after: EditableValues): FieldDifference[] {
  return editableFields.flatMap((field) => {
    const [from, to] = [before[field].trim(), keptText(field, after[field])];
    return from === to ? [] : [{ field, from, to }];
  });
}

/** What is wrong with a reason, told before the review and not after it. @returns the problem's code */
export function reasonProblem(reason: string): FieldCode | undefined {
  const kept = visibleLine(reason);
  if (kept === "") return "required";
  return hasHidden(kept) ? "characters-hidden" : undefined;
}

export function asChanges(found: readonly FieldDifference[]): EmployeeChange {
  return Object.fromEntries(found.map(({ field, to }) => [field, to]));
}
