import type { CardAnswer, PrintedText as CardText } from "#shared/card/card-answer.ts";
import { groupCheckCode, groupSerial } from "#shared/card/printed-numbers.ts";
import { type FieldKey, fieldOf, isOptional, printedFields } from "#shared/employee/fields.ts";
import { dayText } from "../clock-text.ts";
import { cardWords as card } from "../messages/card-words.ts";
import { recordFields } from "../messages/record-fields.ts";

const labels = { ...recordFields, ...card.fields };

function printedText(field: FieldKey, value: string | undefined): string | undefined {
  return value && fieldOf(field).type === "date" ? dayText(value) : value;
}

/** What stands on the card as real text: to read aloud, to copy, to enlarge. */
export function CardFacts({
  text,
  shortened,
}: {
  text: CardText;
  shortened: CardAnswer["shortened"];
}) {
  const pns = text.kind === "PNS";
  const rank = text.pangkat ? `${text.pangkat}, ${text.golongan}` : text.golongan;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [card.fields.name, text.name],
    [pns ? card.fields.nip : card.fields.nipPppk, text.nip],
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
  return (
    <dl class="card-facts">
      {facts.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd translate={false}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
