/** The form of a claim: a certificate of others, whose JP are to count. */
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { formOf, trainingForms } from "#shared/training/training-forms.ts";
import { TextField } from "../forms/field.tsx";
import type { FieldProblem } from "../forms/form.tsx";
import { requestForm } from "../messages/request-form.ts";
import { requestKinds } from "../messages/request-kinds.ts";
import { trainingClaim as text } from "../messages/training-claim.ts";
import { DayField } from "../officer/day-field.tsx";
import { SelectField } from "../officer/select-field.tsx";
import type { AskedContent, FormPart, KindParts, Typed } from "../request/form-part.ts";
import { claimWord } from "../request/form-words.ts";
import type { Draft } from "../request/request-draft.ts";
import { dayTyped, typedDay } from "../typed-day.ts";
import { ClaimFacts } from "./claim-facts.tsx";

/** Characters, as the service takes them at most. */
const texts = { name: 200, organiser: 200, number: 100 } as const;
const days = ["from", "until"] as const;
const mostJp = 2000;
const names: Readonly<Record<string, string>> = { ...text.fields, note: text.note };

export const claimParts: KindParts = {
  named: () => part,
  about: (request: OwnRequest) => {
    if (request.kind !== "training-claim") return undefined;
    const { note = "", jp, ...values } = request.content;
    return { part, typed: { values: { ...values, jp: String(jp) }, note } };
  },
};

const part: FormPart = {
  ...{ slot: claimWord, heading: requestKinds.claim.title, hint: text.hint, open: undefined },
  fields: [...Object.keys(texts), "form", ...days, "jp"],
  nameOf: (field) => names[field] ?? field,
  keptOf: (field, typed) =>
    days.some((each) => each === field) ? (dayTyped(typed) ?? typed) : typed,
  problemsOf,
  askedOf,
  needsFile: () => true,
  decidedBy: requestForm.decidedByOne,
  note: { label: text.note, hint: text.noteHint },
  problems: text.problems,
  Inputs,
  Shown: ({ draft }) => {
    const asked = askedOf(draft);
    return asked?.kind === "training-claim" ? <ClaimFacts {...asked.content} /> : null;
  },
};

const typedIn = ({ values }: Typed, field: string) => values[field]?.trim() ?? "";
const isDay = (day: string) => dayTyped(typedDay(day)) !== undefined;

function jpIn(typed: Typed): number | undefined {
  const said = typedIn(typed, "jp");
  const jp = /^\d{1,4}$/.test(said) ? Number(said) : 0;
  return jp >= 1 && jp <= mostJp ? jp : undefined;
}

function problemsOf(typed: Typed): readonly FieldProblem[] {
  const [from, until] = [typedIn(typed, "from"), typedIn(typed, "until")];
  return [
    ...Object.entries(texts).flatMap(([field, max]): FieldProblem[] => {
      const { length } = typedIn(typed, field);
      if (length === 0) return [{ field, code: "required" }];
      return length > max ? [{ field, code: "too-long", params: { max } }] : [];
    }),
    ...days.flatMap((field) =>
      isDay(typedIn(typed, field)) ? [] : [{ field, code: "day-malformed" as const }],
    ),
    ...(isDay(from) && isDay(until) && until < from
      ? [{ field: "until", code: "ends-before-it-begins" as const }]
      : []),
    ...(jpIn(typed) === undefined ? [{ field: "jp", code: "count-malformed" as const }] : []),
  ];
}

/** Undefined also while something is wrong with it: the service keeps no half of a claim. */
function askedOf(typed: Typed): AskedContent | undefined {
  const jp = jpIn(typed);
  if (jp === undefined || problemsOf(typed).length > 0) return undefined;
  const note = typed.note.trim();
  const content = {
    ...{ name: typedIn(typed, "name"), organiser: typedIn(typed, "organiser") },
    ...{ number: typedIn(typed, "number"), form: formIn(typed), jp },
    ...{ from: typedIn(typed, "from"), until: typedIn(typed, "until") },
    ...(note !== "" && { note }),
  };
  return { kind: "training-claim", content };
}

const formIn = ({ values }: Pick<Typed, "values">) =>
  trainingForms.find((each) => each === values.form) ?? "teknis";

function Inputs({ draft }: { readonly draft: Draft }) {
  const { fields } = text;
  const line = (field: "name" | "organiser" | "number" | "jp", hint?: string) => (
    <TextField
      name={field}
      label={`${fields[field]} *`}
      {...(hint !== undefined && { hint })}
      autoComplete="off"
      defaultValue={draft.values[field] ?? ""}
    />
  );
  return (
    <>
      {line("name")}
      {line("organiser")}
      {line("number", text.numberHint)}
      <SelectField
        name="form"
        label={fields.form}
        options={trainingForms.map((each) => [each, formOf(each).name] as const)}
        value={formIn(draft)}
      />
      {days.map((field) => (
        <DayField
          key={field}
          name={field}
          label={`${fields[field]} *`}
          value={draft.values[field]}
        />
      ))}
      {line("jp", text.jpHint)}
    </>
  );
}
