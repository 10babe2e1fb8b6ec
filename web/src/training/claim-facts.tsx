import { formOf, type TrainingForm } from "#shared/training/training-forms.ts";
import { dayText } from "../clock-text.ts";
import { training } from "../messages/training.ts";
import { trainingClaim as text } from "../messages/training-claim.ts";

interface Claim {
  readonly name: string;
  readonly organiser: string;
  readonly number: string;
  readonly form: TrainingForm;
  readonly from: string;
  readonly until: string;
  readonly jp: number;
}

/** What a claim says; nothing of a draft that was thrown away. */
export function ClaimFacts({ name, organiser, number, form, from, until, jp }: Claim) {
  if (name === "") return null;
  const { fields } = text;
  const { name: kind, path } = formOf(form);
  const facts = [
    [fields.name, name],
    [fields.organiser, organiser],
    [fields.number, number],
    [fields.form, `${kind} (${training.paths[path]})`],
    [fields.from, dayText(from)],
    [fields.until, dayText(until)],
    [fields.jp, text.jp(jp)],
  ] as const;
  return (
    <dl class="own-record">
      {facts.map(([term, said]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd translate={false}>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
