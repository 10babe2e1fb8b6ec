import type { RemindedList } from "#shared/account/account-lists.ts";
import type { IndicatorAnswer } from "#shared/desk/desk-answers.ts";
import { type MeasuredCode, weightOf } from "#shared/employee/quality-indicators.ts";
import { href } from "../language.ts";
import { quality as text } from "../messages/quality.ts";
import { qualityNames } from "../messages/quality-names.ts";
import { countText, shareText } from "./figures.ts";
import { listOf } from "./list-of.ts";

/** The lists of those who can mend it themselves, and get mails. */
const remindedOf: Readonly<Partial<Record<MeasuredCode, RemindedList>>> = { COM_7: "no-phone" };

interface IndicatorItemProps {
  readonly indicator: IndicatorAnswer;
  /** Who is counted. */
  readonly people: number;
  /** This reader reminds nobody. */
  readonly readOnly: boolean;
}

/** An indicator that somebody fails: how many, how it is mended, and who they are. */
export function IndicatorItem({ indicator, people, readOnly }: IndicatorItemProps) {
  const { code, failing, unknown } = indicator;
  const reminded = remindedOf[code];
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
      <p>
        <a href={href(listOf(code))} aria-label={`${text.show}: ${qualityNames[code]}`}>
          {text.show}
        </a>
        {reminded && !readOnly && (
          <>
            {" · "}
            <a href={href(`/petugas/akun?daftar=${reminded}&ingatkan`)}>{text.remind}</a>
          </>
        )}
      </p>
      {unknown > 0 && <p class="hint">{text.unknown(countText(unknown))}</p>}
    </li>
  );
}
