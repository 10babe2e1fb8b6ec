/** Fields that this officer and somebody else have changed: the officer decides each. */
import { type EditableField, editableFields } from "#shared/employee/fields.ts";
import { keyedWhere } from "#shared/runtime/keyed.ts";
import { useFieldError } from "../forms/form.tsx";
import { changeForms } from "../messages/change-forms.ts";
import type { Draft } from "./draft.ts";
import type { EditableValues } from "./employee-change.ts";
import { fieldName, valueText } from "./value-text.ts";

const choices = ["mine", "theirs"] as const;
type Choice = (typeof choices)[number];
export type Choices = Readonly<Partial<Record<EditableField, Choice>>>;

/** What was typed over a value that is another one by now; where both typed the same there is nothing to decide. */
export function conflictsOf({ changes, before }: Draft, now: EditableValues): EditableField[] {
  return editableFields.filter((field) => {
    const mine = changes[field];
    return mine !== undefined && before[field] !== now[field] && mine !== now[field];
  });
}

/** What is still to be changed after the decisions. */
export function changesAfter({ changes }: Draft, chosen: Choices): Draft["changes"] {
  return keyedWhere(editableFields, (field) =>
    chosen[field] === "theirs" ? undefined : changes[field],
  );
}

/** Its name in the review, beside whose form the field itself still stands. */
export const choiceName = (field: EditableField) => `choice-${field}` as const;

interface ConflictChoicesProps {
  readonly fields: readonly EditableField[];
  readonly draft: Draft;
  readonly now: EditableValues;
  readonly chosen: Choices;
  readonly choose: (chosen: Choices) => void;
}

export function ConflictChoices({ fields, draft, now, chosen, choose }: ConflictChoicesProps) {
  return (
    <>
      {fields.map((field) => (
        <ConflictChoice
          key={field}
          field={field}
          values={{ mine: draft.changes[field] ?? "", theirs: now[field] }}
          chosen={chosen[field]}
          choose={(choice) => choose({ ...chosen, [field]: choice })}
        />
      ))}
    </>
  );
}

interface ConflictChoiceProps {
  readonly field: EditableField;
  readonly values: Readonly<Record<Choice, string>>;
  readonly chosen: Choice | undefined;
  readonly choose: (choice: Choice) => void;
}

function ConflictChoice({ field, values, chosen, choose }: ConflictChoiceProps) {
  const name = choiceName(field);
  const error = useFieldError(name);
  return (
    <fieldset class={error ? "field-wrong" : ""}>
      <legend>{changeForms.conflict.which(fieldName(field))}</legend>
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {choices.map((choice, i) => {
        const id = i === 0 ? name : `${name}-${choice}`;
        return (
          <div key={choice} class="check-row">
            <input
              {...{ id, name, type: "radio", value: choice }}
              {...(error && { "aria-invalid": true, "aria-describedby": `${name}-error` })}
              checked={chosen === choice}
              onChange={() => choose(choice)}
            />
            <label for={id}>
              {changeForms.conflict[choice]}:{" "}
              <strong translate={false}>{valueText(field, values[choice])}</strong>
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}
