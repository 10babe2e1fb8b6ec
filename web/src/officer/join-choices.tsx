/** Which of two records goes on, and with which values. */
import type { EditableField } from "#shared/employee/fields.ts";
import type { JoinPreview, JoinSide, JoinSideName } from "#shared/join/join-answers.ts";
import { joins as text } from "../messages/joins.ts";
import { valueText } from "./value-text.ts";

type Differing = JoinPreview["fields"][number];
/** What the officer chose; else it is the newer one's. */
export type Chosen = Readonly<Partial<Record<EditableField, JoinSideName>>>;

const sides = ["here", "other"] as const;

interface Choosing {
  readonly asked: Chosen;
  readonly survivor: JoinSideName;
}

/** Whose value goes on: what was chosen or else the newer one's, where the survivor may have it. */
export function chosenOf(
  { here, other, fields }: JoinPreview,
  { asked, survivor, field }: Choosing & { readonly field: EditableField },
): JoinSideName {
  const newer = here.updatedAt >= other.updatedAt ? "here" : "other";
  const wanted = asked[field] ?? newer;
  const differing = fields.find((each) => each.field === field);
  return wanted === survivor || differing?.mayGive[wanted] ? wanted : survivor;
}

/** Where the value of the record that ends goes on. */
export function takenOf(preview: JoinPreview, choosing: Choosing): EditableField[] {
  return preview.fields
    .map(({ field }) => field)
    .filter((field) => chosenOf(preview, { ...choosing, field }) !== choosing.survivor);
}

interface SideChoiceProps extends Readonly<Record<JoinSideName, JoinSide>> {
  readonly survivor: JoinSideName;
  readonly choose: (side: JoinSideName) => void;
}

export function SideChoice({ survivor, choose, ...both }: SideChoiceProps) {
  return (
    <fieldset>
      <legend>{text.survivor}</legend>
      <p class="hint" id="survivor-hint">
        {text.survivorHint}
      </p>
      {sides.map((side) => (
        <div key={side} class="check-row">
          <input
            {...{ id: `survivor-${side}`, name: "survivor", type: "radio", value: side }}
            aria-describedby="survivor-hint"
            checked={survivor === side}
            onChange={() => choose(side)}
          />
          <label for={`survivor-${side}`}>
            {text[side]}: <strong translate={false}>{both[side].nip}</strong>
          </label>
        </div>
      ))}
    </fieldset>
  );
}

interface FieldChoicesProps {
  readonly title: string;
  readonly each: Differing;
  readonly survivor: JoinSideName;
  readonly chosen: JoinSideName;
  readonly choose: (side: JoinSideName) => void;
}

export function FieldChoices({ title, each, survivor, chosen, choose }: FieldChoicesProps) {
  const { field, mayGive } = each;
  return (
    <fieldset>
      <legend>{title}</legend>
      {sides.map((side) => {
        const id = `${field}-${side}`;
        const isUnfit = side !== survivor && !mayGive[side];
        return (
          <div key={side} class="check-row">
            <input
              {...{ id, name: field, type: "radio", value: side }}
              checked={chosen === side}
              disabled={isUnfit}
              {...(isUnfit && { "aria-describedby": `${id}-hint` })}
              onChange={() => choose(side)}
            />
            <label class="cell-text" for={id}>
              {text[side]}: <strong translate={false}>{valueText(field, each[side])}</strong>
            </label>
            {isUnfit && (
              <span class="hint" id={`${id}-hint`}>
                {text.onlyOwn}
              </span>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
