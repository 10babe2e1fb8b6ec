import type { EditableField } from "#shared/employee/fields.ts";
import { golonganOf } from "#shared/employee/golongan.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { TextField } from "../forms/field.tsx";
import { officer as text } from "../messages/officer.ts";
import type { Draft } from "./draft.ts";
import { editableValues } from "./employee-change.ts";
import { SelectField } from "./select-field.tsx";
import { golonganText } from "./value-text.ts";

const required: ReadonlySet<EditableField> = new Set(["name", "jabatan", "unitKerja", "email"]);
const names = ["name", "gelarDepan", "gelarBelakang"] as const;
const places = ["jabatan", "unitKerja"] as const;

interface EmployeeFieldsProps {
  readonly employee: EmployeeAnswer;
  /** What was begun before. */
  readonly draft: Draft | undefined;
}

/** The record's fields, filled with its values; what an officer has typed over one stays. */
export function EmployeeFields({ employee, draft }: EmployeeFieldsProps) {
  const values = { ...editableValues(employee), ...draft?.changes };
  const plain = (field: EditableField, type?: "email" | "tel" | "date") => (
    <TextField
      key={field}
      name={field}
      label={required.has(field) ? `${text.fields[field]} *` : text.fields[field]}
      defaultValue={values[field]}
      autoComplete="off"
      {...(type && { type })}
    />
  );
  return (
    <>
      <p class="hint">{text.editHint}</p>
      {names.map((field) => plain(field))}
      <SelectField
        name="golongan"
        label={`${text.fields.golongan} *`}
        options={golonganOptions(employee)}
        value={values.golongan}
      />
      {places.map((field) => plain(field))}
      {plain("email", "email")}
      {plain("phone", "tel")}
      {employee.kind === "PPPK" && plain("contractEnd", "date")}
      <TextField
        name="reason"
        label={`${text.reason} *`}
        hint={text.reasonHint}
        maxLength={500}
        autoComplete="off"
        {...(draft && { defaultValue: draft.reason })}
      />
    </>
  );
}

function golonganOptions({ kind }: EmployeeAnswer): [string, string][] {
  return golonganOf(kind).map((golongan) => [golongan, golonganText(golongan)]);
}
