import type { IndicatorAnswer } from "#shared/desk/desk-answers.ts";
import { weightOf } from "#shared/employee/quality-indicators.ts";
import { quality as text } from "../messages/quality.ts";
import { qualityNames } from "../messages/quality-names.ts";
import { countText, shareText } from "./figures.ts";

interface IndicatorItemProps {
  readonly indicator: IndicatorAnswer;
  /** Who is counted. */
  readonly people: number;
}

/** An indicator that somebody fails: how many, how it is mended, and who they are. */
export function IndicatorItem({ indicator, people }: IndicatorItemProps) {
  const { code, failing, unknown } = indicator;
  return (
    <li class="panel">
      <h3>
        {qualityNames[code]} <span class="hint">{code}</span>
      </h3>
      <p>
        <strong>{text.people(countText(failing), shareText(failing / people))}</strong>
        {" · "}
        {text.weight(shareText(weightOf(code)))}
      </p>
      <p>{text.mend[code]}</p>
      {unknown > 0 && <p class="hint">{text.unknown(countText(unknown))}</p>}
    </li>
  );
}
