/** The surat tugas that call people to a training, and the way to the next one, which is written where all letters are. */
import type { OfferAnswer } from "#shared/training/training-answers.ts";
import { href } from "../language.ts";
import { lettersAddress } from "../letter/letters-address.ts";
import { letterWords } from "../messages/letter-words.ts";
import { trainingDesk } from "../messages/training-desk.ts";
import { Instant } from "../session/instant.tsx";

const { calls: text } = trainingDesk;

export function CallPart({
  training: { offer, calls, uncalled, readOnly },
}: {
  readonly training: OfferAnswer;
}) {
  const isAnybody = calls.length + uncalled.length > 0;
  return (
    <section class="panel" aria-labelledby="calls-title">
      <h2 id="calls-title">{text.title}</h2>
      {calls.length === 0 && <p>{text.none}</p>}
      {calls.length > 0 && (
        <ul class="notifications">
          {calls.map(({ id, hal, state, since, number, people }) => (
            <li key={id}>
              <a href={href(lettersAddress(`&id=${id}`))} translate={false}>
                {number ?? hal}
              </a>
              <div>
                <strong>{letterWords.states[state]}</strong>, <Instant at={since} />,{" "}
                {text.people(people)}
              </div>
            </li>
          ))}
        </ul>
      )}
      {isAnybody && <p>{uncalled.length > 0 ? text.uncalled(uncalled.length) : text.all}</p>}
      {uncalled.length > 0 && !readOnly && (
        <p>
          <a
            class="button button-quiet"
            href={href(lettersAddress(`&baru=tugas&pelatihan=${offer.id}`))}
          >
            {text.write}
          </a>
        </p>
      )}
    </section>
  );
}
