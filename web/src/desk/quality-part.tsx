import type { HomeAnswer } from "#shared/desk/desk-answers.ts";
import { href } from "../language.ts";
import { desk as text } from "../messages/desk.ts";
import { qualityNames } from "../messages/quality-names.ts";
import { Instant } from "../session/instant.tsx";
import { countText } from "./figures.ts";

/** The worst of the board, on the first page. */
export function QualityPart({ home: { quality, waiting } }: { readonly home: HomeAnswer }) {
  // Contracts are counted with it: what cannot be read now is told as such there.
  const isLost = waiting.some(({ item, count }) => item === "contract-ends" && count === undefined);
  return (
    <section class="panel">
      <h2>{text.quality}</h2>
      {!quality && <p>{isLost ? text.uncounted : text.notYet}</p>}
      {quality && <p>{quality.worst.length > 0 ? text.worst : text.good}</p>}
      {quality && quality.worst.length > 0 && (
        <ol>
          {quality.worst.map(({ code, failing }) => (
            <li key={code}>
              {qualityNames[code]}: {text.people(countText(failing))}
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href={href("/petugas/mutu")}>{text.board}</a>
      </p>
      {quality && (
        <p class="hint">
          {text.asOf} <Instant at={quality.asOf} />
        </p>
      )}
    </section>
  );
}
