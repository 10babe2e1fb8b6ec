import type { CardAnswer } from "#shared/card/card-answer.ts";
import { groupCheckCode, groupSerial } from "#shared/card/printed-numbers.ts";
import { type FieldKey, fieldOf, isOptional, printedFields } from "#shared/employee/fields.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import { dayText } from "../clock-text.ts";
import { cardWords as card } from "../messages/card-words.ts";
import { recordFields } from "../messages/record-fields.ts";

const labels = { ...recordFields, ...card.fields };

function printedText(field: FieldKey, value: string | undefined): string | undefined {
  return value && fieldOf(field).type === "date" ? dayText(value) : value;
}

/** What stands on the card as real text: to read aloud, to copy, to enlarge. */
export function CardFacts(props: CardTexts) {
  return (
    <dl class="card-facts">
      {factsOf(props).map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd translate={false}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type CardTexts = Pick<CardAnswer, "text" | "shortened">;

export type Fact = readonly [term: string, value: string];

/** In the order of the card, without what it does not have. */
export function factsOf({ text, shortened }: CardTexts): readonly Fact[] {
  const pns = text.kind === "PNS";
  const rank = text.pangkat ? `${text.pangkat}, ${text.golongan}` : text.golongan;
  const facts: readonly (readonly [term: string, value: string | undefined])[] = [
    [card.fields.name, text.name],
    [pns ? card.fields.nip : card.fields.nipPppk, text.nip],
    [recordFields.kind, kindName(text.kind)],
    [pns ? card.fields.pangkat : card.fields.golongan, rank],
    [card.fields.jabatan, text.jabatan],
    [card.fields.unitKerja, text.unitKerja],
    [card.fields.instansi, text.instansi],
    [card.fields.serial, text.serial ? groupSerial(text.serial) : card.notYet],
    [card.fields.checkCode, text.checkCode && groupCheckCode(text.checkCode)],
    [card.fields.issuedOn, text.issuedOn && dayText(text.issuedOn)],
    ...printedFields
      .filter(isOptional)
      // It stands above, with its pangkat.
      .filter((field) => field !== "golongan")
      .map((field) => [labels[field], printedText(field, text[field])] as const),
    [card.shortened, shortened?.map((field) => card.fields[field]).join(", ")],
  ];
  return facts.flatMap(([term, value]) => (value ? [[term, value] as const] : []));
}
