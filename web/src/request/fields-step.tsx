import type { OwnFields } from "#shared/data-change/data-change-answers.ts";
import { TextField } from "../forms/field.tsx";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { ownRequests as text } from "../messages/own-requests.ts";
import { requests } from "../messages/requests.ts";
import { SelectField } from "../officer/select-field.tsx";
import { StepTitle } from "../officer/step-title.tsx";
import { fieldName, valueText } from "../officer/value-text.ts";
import { changedIn, type Draft, dayTyped, typedDay } from "./request-draft.ts";

export type Group = OwnFields["groups"][number];
type Field = Group["fields"][number];

interface FieldsStepProps {
  readonly title: string;
  readonly group: Group;
  readonly draft: Draft;
  /** What an officer asks, where this answers it. */
  readonly question: string | undefined;
  readonly onTyped: (typed: Pick<Draft, "values" | "note" | "reply">) => void;
  readonly goOn: () => void;
}

/** What the record says of a part of it, to be changed. Long: markup, in the order of the page. */
export function FieldsStep({ title, group, draft, question, onTyped, goOn }: FieldsStepProps) {
  const { fields } = group;
  const typedIn = (form: HTMLFormElement) => {
    const data = new FormData(form);
    const textOf = (name: string) => String(data.get(name) ?? "");
    const values = Object.fromEntries(
      fields.map((field) => [field.field, kept(field, textOf(field.field))]),
    );
    return { values, note: textOf("note"), reply: textOf("reply") };
  };
  return (
    <section class="panel" aria-labelledby="fields-title">
      <StepTitle id="fields-title">{requests.groups[group.group]}</StepTitle>
      <p>{text.fieldsHint}</p>
      {question !== undefined && (
        <p class="notice notice-warning">
          <strong>{text.question}:</strong> <span translate={false}>{question}</span>
        </p>
      )}
      <div
        onInput={({ currentTarget }) => {
          const form = currentTarget.querySelector("form");
          if (form) onTyped(typedIn(form));
        }}
      >
        <Form<string>
          title={title}
          names={[...fields.map(({ field }) => field), "note", "reply"]}
          check={(values) => problemsIn(values, fields)}
          problems={{ "day-malformed": text.dayMalformed, "nothing-changed": text.nothingChanged }}
          submit={text.toFiles}
          send={async () => goOn()}
        >
          {fields.map((field) => (
            <Input key={field.field} field={field} value={draft.values[field.field]} />
          ))}
          <TextField
            name="note"
            label={requests.note}
            hint={text.noteHint}
            autoComplete="off"
            defaultValue={draft.note}
          />
          {question !== undefined && (
            <TextField
              name="reply"
              label={text.reply}
              autoComplete="off"
              defaultValue={draft.reply}
            />
          )}
        </Form>
      </div>
    </section>
  );
}

/** As the record has it, once it is a whole day. */
function kept({ isDay }: Field, typed: string): string {
  return isDay ? (dayTyped(typed) ?? typed) : typed;
}

function problemsIn(
  values: Readonly<Record<string, string>>,
  fields: readonly Field[],
): readonly FieldProblem[] {
  const found = fields.flatMap((each): FieldProblem[] => {
    const { field, isDay, needed } = each;
    const typed = values[field]?.trim() ?? "";
    if (typed === "") return needed ? [{ field, code: "required" }] : [];
    return isDay && !dayTyped(typed) ? [{ field, code: "day-malformed" }] : [];
  });
  const typed = Object.fromEntries(
    fields.map((field) => [field.field, kept(field, values[field.field] ?? "")]),
  );
  const isChanged = Object.keys(changedIn({ values: typed }, fields)).length > 0;
  if (found.length > 0 || isChanged) return found;
  return [{ field: "form", code: "nothing-changed" }];
}

function Input({ field: told, value = told.value }: { field: Field; value: string | undefined }) {
  const { field, isDay, needed, options } = told;
  const label = needed ? `${fieldName(field)} *` : fieldName(field);
  if (options) {
    const choices = needed ? options : ["", ...options];
    const named = choices.map((option) => [option, valueText(field, option)] as const);
    return <SelectField name={field} label={label} options={named} value={value} />;
  }
  return (
    <TextField
      name={field}
      label={label}
      autoComplete="off"
      {...(isDay && { hint: text.dayHint, inputMode: "numeric" as const })}
      defaultValue={isDay ? typedDay(value) : value}
    />
  );
}
