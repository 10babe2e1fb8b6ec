/** Two records of one person, as who decides reads them. */
import { joins as text } from "../messages/joins.ts";
import { sourceText } from "../officer/source-fields.tsx";
import { fieldName, valueText } from "../officer/value-text.ts";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { Fact } from "./old-and-new.tsx";

export function joinView({ nip, joined, fields, source }: ChangeOf<"record-join">): ChangeView {
  return {
    question: text.question,
    effect: `${text.effect} ${text.warning}`,
    facts: (
      <>
        <dl class="record-facts">
          <Fact term={text.survives}>
            <span translate={false}>{nip}</span>
          </Fact>
          <Fact term={text.ends}>
            <span translate={false}>
              {joined.name}, {joined.nip}
            </span>
            {joined.isActivated && <span class="fact-hint">{text.accountEnds}</span>}
          </Fact>
          <Fact term={text.source}>
            <span translate={false}>{sourceText(source)}</span>
          </Fact>
        </dl>
        {fields.map((each) => (
          <Differing key={each.field} {...each} />
        ))}
      </>
    ),
  };
}

function Differing({
  field,
  survivor,
  joined,
  isTaken,
}: ChangeOf<"record-join">["fields"][number]) {
  const [kept, gone] = isTaken ? [joined, survivor] : [survivor, joined];
  return (
    <>
      <p>
        <strong>{fieldName(field)}</strong>
      </p>
      <dl class="record-facts">
        <Fact term={text.kept}>
          <ins>{valueText(field, kept)}</ins>
        </Fact>
        <Fact term={text.gone}>
          <del>{valueText(field, gone)}</del>
        </Fact>
      </dl>
    </>
  );
}
