import { backgroundFields } from "#shared/employee/background-fields.ts";
import { isNeeded } from "#shared/employee/employee-rules.ts";
import { type EditableField, editableFields, fieldOf } from "#shared/employee/fields.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { TextField } from "../forms/field.tsx";
import { officer as text } from "../messages/officer.ts";
import { recordFields } from "../messages/record-fields.ts";
import { recordForms as forms } from "../messages/record-forms.ts";
import { DayField } from "./day-field.tsx";
import type { Draft } from "./draft.ts";
import { editableValues } from "./employee-change.ts";
import { EvidenceField } from "./evidence-field.tsx";
import { SelectField } from "./select-field.tsx";
import { SourceFields } from "./source-fields.tsx";
import { valueText } from "./value-text.ts";

interface EmployeeFieldsProps {
  readonly employee: EmployeeAnswer;
  /** What was begun before. */
  readonly draft: Draft | undefined;
}

/** The record's fields, filled with its values; what an officer has typed over one stays. */
export function EmployeeFields({ employee, draft }: EmployeeFieldsProps) {
  const values = { ...editableValues(employee), ...draft?.changes };
  const { kind } = employee;
  const inputs = (fields: readonly EditableField[]) =>
    fields
      .filter((field) => fieldOf(field).kinds[kind] !== "none")
      .map((field) => (
        <EditableInput
          key={field}
          {...{ field, kind, value: values[field], isNeeded: isNeeded(field, employee) }}
        />
      ));
  return (
    <>
      <p class="hint">{forms.editHint}</p>
      {inputs(editableFields.filter((field) => !Object.hasOwn(backgroundFields, field)))}
      <fieldset>
        <legend>{forms.background}</legend>
        {inputs(editableFields.filter((field) => Object.hasOwn(backgroundFields, field)))}
      </fieldset>
      <SourceFields typed={draft} />
      <EvidenceField id={employee.id} typed={fileOf(draft)} />
      <TextField
        name="reason"
        label={`${text.reason} *`}
        hint={forms.reasonHint}
        autoComplete="off"
        {...(draft && { defaultValue: draft.reason })}
      />
    </>
  );
}

function fileOf(draft: Draft | undefined) {
  const { sourceFile, fileProof } = draft ?? {};
  return sourceFile && fileProof ? { sourceFile, fileProof } : undefined;
}

interface EditableInputProps {
  readonly field: EditableField;
  readonly kind: EmployeeAnswer["kind"];
  readonly value: string;
  readonly isNeeded: boolean;
}

function EditableInput({ field, kind, value, isNeeded }: EditableInputProps) {
  const { type, options } = fieldOf(field);
  const label = isNeeded ? `${recordFields[field]} *` : recordFields[field];
  if (options) {
    const choices = isNeeded ? options(kind) : ["", ...options(kind)];
    const named = choices.map((option) => [option, valueText(field, option)] as const);
    return <SelectField name={field} label={label} options={named} value={value} />;
  }
  if (type === "date") return <DayField {...{ name: field, label, value }} />;
  return (
    <TextField name={field} label={label} type={type} defaultValue={value} autoComplete="off" />
  );
}
