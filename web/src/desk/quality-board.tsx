import type { BoardAnswer } from "#shared/desk/desk-answers.ts";
import { type QualityCode, qualityIndicators } from "#shared/employee/quality-indicators.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { desk } from "../messages/desk.ts";
import { quality as text } from "../messages/quality.ts";
import { qualityNames } from "../messages/quality-names.ts";
import { Instant } from "../session/instant.tsx";
import { countText } from "./figures.ts";
import { IndicatorItem } from "./indicator-item.tsx";

interface BoardProps {
  readonly board: NonNullable<BoardAnswer["board"]>;
  readonly readOnly: boolean;
}

/** What was counted, worst first. */
export function Board({ board, readOnly }: BoardProps) {
  const { asOf, people, unreadable, indicators, isCut } = board;
  const failing = indicators.filter((each) => each.failing > 0);
  const passing = indicators.filter((each) => each.failing === 0);
  return (
    <>
      <p>
        {desk.asOf} <Instant at={asOf} />. {text.basis(countText(people))}
      </p>
      {isCut && <p class="notice notice-info">{text.cut}</p>}
      {unreadable > 0 && (
        <p class="notice notice-warning">{text.unreadable(countText(unreadable))}</p>
      )}
      <h2>{text.failing}</h2>
      {failing.length === 0 && <p class="notice notice-good">{text.failingNone}</p>}
      <ol class="indicators">
        {failing.map((indicator) => (
          <IndicatorItem key={indicator.code} {...{ indicator, people, readOnly }} />
        ))}
      </ol>
      {passing.length > 0 && (
        <section class="panel">
          <h2>{text.passing}</h2>
          <ul>
            {passing.map(({ code, unknown }) => (
              <li key={code}>
                {code} {qualityNames[code]}
                {unknown > 0 && <span class="hint"> {text.unknown(countText(unknown))}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Unmeasured />
    </>
  );
}

/** What nobody should take for good. */
function Unmeasured() {
  return (
    <section class="panel">
      <h2>{text.unmeasured}</h2>
      <p>{text.unmeasuredHint}</p>
      <ul>
        {keysOf(qualityIndicators)
          .filter(isUnmeasured)
          .map((code) => (
            <li key={code}>
              {code} {qualityNames[code]}: {text.why[code]}
            </li>
          ))}
      </ul>
    </section>
  );
}

function isUnmeasured(code: QualityCode): code is keyof typeof text.why {
  return Object.hasOwn(text.why, code);
}
