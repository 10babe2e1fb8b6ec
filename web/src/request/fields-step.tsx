import type { OwnFields, OwnRequest } from "#shared/data-change/data-change-answers.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { ownRequests as text } from "../messages/own-requests.ts";
import { requests } from "../messages/requests.ts";
import { SelectField } from "../officer/select-field.tsx";
import { StepTitle } from "../officer/step-title.tsx";
import { fieldName, valueText } from "../officer/value-text.ts";
import { type Draft, dayTyped, typedDay } from "./request-draft.ts";
import { isUnanswered, problemsOfTyped, problemTexts } from "./typed-problems.ts";

export type Group = OwnFields["groups"][number];
type Field = Group["fields"][number];

interface FieldsStepProps {
  readonly title: string;
  readonly fields: OwnFields;
  readonly group: Group;
  readonly draft: Draft;
  /** Which an officer asks about, where this answers it. */
  readonly request: OwnRequest | undefined;
  readonly onTyped: (typed: Pick<Draft, "values" | "note" | "reply">) => void;
  readonly goOn: () => void;
}

/** What the record says of a part of it, to be changed. Long: markup, in the order of the page. */
export function FieldsStep(props: FieldsStepProps) {
  const { title, group, draft, request, onTyped, goOn } = props;
  const { fields } = group;
  const question = questionOf(request);
  const typedIn = (form: HTMLFormElement) => {
    const data = new FormData(form);
    const textOf = (name: string) => String(data.get(name) ?? "");
    const values = Object.fromEntries(
      fields.map((field) => [field.field, kept(field, textOf(field.field))]),
    );
    return { values, note: textOf("note"), reply: textOf("reply") };
  };
  const check = ({ note = "", reply = "", ...typed }: Readonly<Record<string, string>>) => {
    const values = Object.fromEntries(
      fields.map((field) => [field.field, kept(field, typed[field.field] ?? "")]),
    );
    const found = problemsOfTyped({ values }, props.fields, group, new Date());
    const isSilent =
      request !== undefined && isUnanswered({ ...draft, values, note, reply }, request, group);
    return isSilent ? [...found, { field: "reply", code: "other" as const }] : found;
  };
  return (
    <section class="panel" aria-labelledby="fields-title">
      <StepTitle id="fields-title">{requests.groups[group.group]}</StepTitle>
      <p>{request ? text.answerHint : text.fieldsHint}</p>
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
          check={check}
          problems={{ ...problemTexts, other: text.replyNeeded }}
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
              hint={text.replyHint}
              autoComplete="off"
              defaultValue={draft.reply}
            />
          )}
        </Form>
      </div>
    </section>
  );
}

function questionOf(request: OwnRequest | undefined): string | undefined {
  const asked = request?.trail.filter(({ act }) => act === "clarification-asked").at(-1);
  return asked?.reason;
}

/** As the record has it, once it is a whole day. */
function kept({ isDay }: Field, typed: string): string {
  return isDay ? (dayTyped(typed) ?? typed) : typed;
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
