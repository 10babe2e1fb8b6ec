import type { OwnFields, OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { TextField } from "../forms/field.tsx";
import { requestForm as form } from "../messages/request-form.ts";
import { requests } from "../messages/requests.ts";
import { DayField } from "../officer/day-field.tsx";
import { SelectField } from "../officer/select-field.tsx";
import { fieldName, valueText } from "../officer/value-text.ts";
import { dayTyped } from "../typed-day.ts";
import { Changes } from "./changes.tsx";
import type { FormPart, KindParts } from "./form-part.ts";
import { changedIn } from "./request-draft.ts";
import { problemsOfTyped } from "./typed-problems.ts";

type Group = OwnFields["groups"][number];
type Field = Group["fields"][number];

/** Other values for a part of the own record. */
export const changeParts: KindParts = {
  named: (word, fields) => {
    const group = fields.groups.find((each) => each.group === word);
    return group && partOf(group, fields);
  },
  about: (request, fields) => {
    if (request.kind !== "data-change") return undefined;
    const { values, note = "" } = request.content;
    const group = fields.groups.find((each) =>
      each.fields.some(({ field }) => values[field] !== undefined),
    );
    if (!group) return undefined;
    return { part: partOf(group, fields), typed: { values: textsOf(values), note } };
  },
};

function textsOf(values: Extract<OwnRequest, { kind: "data-change" }>["content"]["values"]) {
  return Object.fromEntries(Object.entries(values));
}

/** Long: what a form is made of. */
function partOf(group: Group, all: OwnFields): FormPart {
  const { fields } = group;
  const old = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
  const changed = (values: Readonly<Record<string, string>>) => changedIn({ values }, fields);
  return {
    slot: group.group,
    heading: requests.groups[group.group],
    hint: form.fieldsHint,
    open: group.open,
    fields: fields.map(({ field }) => field),
    nameOf: fieldName,
    keptOf: (name, typed) => {
      const isDay = fields.some(({ field, isDay: day }) => field === name && day);
      return isDay ? (dayTyped(typed) ?? typed) : typed;
    },
    problemsOf: ({ values }, now) => problemsOfTyped({ values }, all, group, now),
    askedOf: ({ values: typed, note }) => {
      const values = changed(typed);
      if (Object.keys(values).length === 0) return undefined;
      const words = note.trim();
      return { kind: "data-change", content: { values, ...(words !== "" && { note: words }) } };
    },
    needsFile: ({ values }) => {
      const asked = changed(values);
      return fields.some(({ field, ofTwo }) => ofTwo && asked[field] !== undefined);
    },
    note: { label: requests.note, hint: form.noteHint },
    Inputs: ({ draft }) => (
      <>
        {fields.map((field) => (
          <Input key={field.field} field={field} value={draft.values[field.field]} />
        ))}
      </>
    ),
    Shown: ({ draft }) => <Changes values={changed(draft.values)} old={old} />,
  };
}

function Input({ field: told, value = told.value }: { field: Field; value: string | undefined }) {
  const { field, isDay, needed, options } = told;
  const label = needed ? `${fieldName(field)} *` : fieldName(field);
  if (options) {
    const choices = needed ? options : ["", ...options];
    const named = choices.map((option) => [option, valueText(field, option)] as const);
    return <SelectField name={field} label={label} options={named} value={value} />;
  }
  if (isDay) return <DayField {...{ name: field, label, value }} />;
  return <TextField name={field} label={label} autoComplete="off" defaultValue={value} />;
}
