import type { AnswerOf } from "../api/api-routes.ts";
import { href } from "../language.ts";
import { letterSigning as text } from "../messages/letter-signing.ts";
import { letterWords } from "../messages/letter-words.ts";
import { Instant } from "../session/instant.tsx";

type Items = AnswerOf<"GET /api/officer/agency/letters-to-sign">["items"];

/** Below the leaves: the letters that wait for a signature of who reads. */
export function LettersToSign({ items }: { readonly items: Items }) {
  return (
    <>
      {items.map(({ id, kind, hal, since }) => (
        <article key={id} class="panel">
          <h2>
            <a href={href(`/pengajuan?bagian=putusan&id=${id}`)}>
              {letterWords.kinds[kind]}: <span translate={false}>{hal}</span>
            </a>
          </h2>
          <p>
            <strong>{text.waits}</strong>
          </p>
          <dl class="own-record">
            <div>
              <dt>{text.since}</dt>
              <dd>
                <Instant at={since} />
              </dd>
            </div>
          </dl>
        </article>
      ))}
    </>
  );
}
