import type { DocumentName } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardTypesetter, type PrintedCard } from "#shared/card/pdf/card-typesetter.ts";
import { portraitPng } from "../../../../local/demo/portrait.ts";
import { extremeCards } from "../drawing/extreme-cards.ts";

const typesetter = new CardTypesetter(new CheckedTemplates());
const contents = extremeCards.map(({ content }) => content);
const portraits = [1, 2, 3, 4].map((seed) => portraitPng(seed));

/** Of the card with this number, in a unit of `manyCards`. */
export function qrTextOf(index: number): string {
  return `https://KARTU-ASN.EXAMPLE/V/${String(index).padStart(26, "7K2Q9MXB4TZD8RFWJ3H5VYNPC6")}`;
}

/** Cards of both kinds and of several agencies, made when they are asked for. @param asked hears of each, from 0 */
export async function* manyCards(
  count: number,
  asked: (index: number) => void = () => {},
): AsyncGenerator<PrintedCard> {
  for (let index = 0; index < count; index++) {
    asked(index);
    const content = contents[index % contents.length];
    const photo = await portraits[index % portraits.length];
    if (content && photo)
      yield {
        content: { ...content, qrText: qrTextOf(index), seed: seedOf(index) },
        photo,
      };
  }
}

function seedOf(index: number): string {
  return (0x9b1e5a70 - index * 0x1234567).toString(16).padStart(8, "0").repeat(8);
}

export async function drawUnit(
  cards: AsyncIterable<PrintedCard>,
  sheet: DocumentName,
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of typesetter.setUnit(cards, sheet)) pieces.push(piece);
  return Buffer.concat(pieces);
}
