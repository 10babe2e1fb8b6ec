/** What a training is, where and when, and who may come. */
import { jabatanKindName } from "#shared/employee/jabatan-kind.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import { formOf } from "#shared/training/training-forms.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { dayText } from "../clock-text.ts";
import { training as text } from "../messages/training.ts";
import { spanOf } from "./training-text.ts";

type Fact = readonly [term: string, said: string];

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="own-record record-facts">
      {facts
        .filter(([, said]) => said !== "")
        .map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd translate={false}>{said}</dd>
          </div>
        ))}
    </dl>
  );
}

/** @param seats how many are free, where its reader is told */
export function TrainingFacts({
  offer,
  seats,
}: {
  readonly offer: TrainingOffer;
  readonly seats: string;
}) {
  const { programme, batch, place, cost, contact, notes, closesOn } = offer;
  const { name, path } = formOf(programme.form);
  const { facts, certificates } = text;
  return (
    <Facts
      facts={[
        [facts.when, spanOf(offer)],
        [facts.place, place],
        [facts.closes, dayText(closesOn)],
        [facts.seats, seats],
        [facts.jp, text.jp(programme.jp)],
        [facts.form, `${name} (${text.paths[path]})`],
        [facts.organiser, programme.organiser],
        [facts.ends, programme.assessed ? certificates.assessed : certificates.attended],
        [facts.code, programme.code],
        [facts.batch, batch],
        [facts.accreditation, programme.accreditation],
        [facts.cost, cost === 0 ? text.free : text.cost(cost)],
        [facts.contact, contact],
        [facts.notes, notes],
      ]}
    />
  );
}

export function Conditions({ offer: { programme } }: { readonly offer: TrainingOffer }) {
  const { kinds, golongan, jabatanKinds, jabatan, units } = programme.conditions;
  const facts: readonly Fact[] = [
    [text.condition.kinds, kinds.map(kindName).join(", ")],
    [text.condition.golongan, golongan.join(", ")],
    [text.condition.jabatanKinds, jabatanKinds.map((c) => jabatanKindName(c) ?? c).join(", ")],
    [text.condition.jabatan, jabatan.join(", ")],
    [text.condition.units, units.join(", ")],
  ];
  return (
    <section class="panel" aria-labelledby="conditions-title">
      <h2 id="conditions-title">{text.conditions}</h2>
      {facts.every(([, said]) => said === "") ? (
        <p>{text.noConditions}</p>
      ) : (
        <Facts facts={facts} />
      )}
    </section>
  );
}

export function Sessions({ offer: { sessions, zone } }: { readonly offer: TrainingOffer }) {
  return (
    <section class="panel" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{text.sessions}</h2>
      <ul class="notifications">
        {sessions.map(({ day, from, until, subject }) => (
          <li key={`${day} ${from}`}>
            {`${dayText(day)}, ${from}–${until} ${zone}`}
            {subject !== "" && (
              <div class="hint" translate={false}>
                {subject}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
