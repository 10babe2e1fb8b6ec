import type { ToldDecreed } from "#shared/decree/decree-answers.ts";
import { decreeFields } from "#shared/decree/decree-fields.ts";
import { Fact } from "../approval/old-and-new.tsx";
import { dayText } from "../clock-text.ts";
import { decrees as text } from "../messages/decrees.ts";
import { fieldName, valueText } from "./value-text.ts";

interface DecreeFactsProps {
  readonly decreed: ToldDecreed;
  /** Of one that is moved. */
  readonly tmtBefore?: string | undefined;
}

/** What a decree changes, from when on, and by which paper. */
export function DecreeFacts({ decreed, tmtBefore }: DecreeFactsProps) {
  const { skNumber, skDate, tmt, until, from, to } = decreed;
  return (
    <>
      {decreeFields.map(
        (field) =>
          to[field] && (
            <Fact key={field} term={fieldName(field)}>
              <span translate={false}>
                <del>{valueText(field, from[field])}</del> →{" "}
                <ins>{valueText(field, to[field])}</ins>
              </span>
            </Fact>
          ),
      )}
      <Fact term={text.tmt}>
        {tmtBefore ? (
          <>
            <del>{dayText(tmtBefore)}</del> → <ins>{dayText(tmt)}</ins>
          </>
        ) : (
          dayText(tmt)
        )}
      </Fact>
      {until && <Fact term={text.until}>{dayText(until)}</Fact>}
      <Fact term={text.skNumber}>
        <span translate={false}>{skNumber}</span>
      </Fact>
      <Fact term={text.skDate}>{dayText(skDate)}</Fact>
    </>
  );
}
