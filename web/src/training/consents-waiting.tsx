import type { AnswerOf } from "../api/api-routes.ts";
import { href } from "../language.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { trainingConsent as text } from "../messages/training-consent.ts";
import { spanOf } from "./training-text.ts";

type Items = AnswerOf<"GET /api/officer/agency/training-consents">["items"];

/** Below the leaves and letters: the trainings of whose people the reader is the superior. */
export function ConsentsWaiting({ items }: { readonly items: Items }) {
  return (
    <>
      {items.map(({ offer, people }) => (
        <article key={offer.id} class="panel">
          <h2>
            <a href={href(`/pengajuan?bagian=putusan&id=${offer.id}`)}>
              {leaveWords.training}: <span translate={false}>{offer.programme.name}</span>
            </a>
          </h2>
          <p>{spanOf(offer)}</p>
          <p>
            <strong>{text.waits(people.length)}</strong>
          </p>
        </article>
      ))}
    </>
  );
}
