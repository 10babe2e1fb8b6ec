/** W3: the landscape front once said «30 September 2…». Days, numbers and statuses are never shortened. */
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { freeBlock } from "#shared/card/design/free-block.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { standInPhoto } from "#shared/card/stand-in-photo.ts";
import { golonganOf, pangkatOf } from "#shared/employee/golongan.ts";
import { widthOf } from "#shared/render/fit-text.ts";
import { measure } from "#shared/render/fonts.ts";
import { leftOf, type PlacedText } from "#shared/render/place-text.ts";
import { longDay } from "#shared/runtime/long-day.ts";
import { facesOf, readPdf, textOf } from "../pdf/read-pdf.ts";
import { aCard } from "./extreme-cards.ts";
import { cardOf, frontOf, widestFronts } from "./widest-fronts.ts";

const templates = new CheckedTemplates();
const painter = new CardPainter(templates);
const typesetter = new CardTypesetter(templates);

describe.each(widestFronts)("on a %s's card in %s", (kind, shape) => {
  test("every golongan is said in full beside the widest number", () => {
    for (const golongan of golonganOf(kind)) {
      const pangkat = kind === "PNS" ? pangkatOf(golongan) : undefined;
      const card = cardOf(kind, "2029-09-30");
      const text = { ...card.text, golongan, ...(pangkat ? { pangkat } : {}) };
      const said = frontOf({ ...card, text }, shape).map((line) => line.text);

      expect(said).toContain(pangkat ? `${pangkat} (${golongan})` : golongan);
      expect(said).toContain(card.text.nip);
    }
  });

  // What was cut once, the widest of a year, a leap day.
  const sample = ["2026-09-30", "2029-09-30", "2044-12-24", "2040-02-29"];
  test.each(sample)("%s is in the PDF and in ink", async (day) => {
    const content = cardOf(kind, day);
    const name = { shape, sheet: "card" } as const;
    const pdf = readPdf(await typesetter.setDocument(content, standInPhoto(), name));
    const [front] = facesOf(pdf).map((face) => textOf(pdf, face));
    expect(front).toContain(longDay(day));

    const [drawn] = painter.drawPngs(content, standInPhoto(), [`front-${shape}`]);
    for (const line of frontOf(content, shape).filter(({ text }) => text === longDay(day)))
      expect(await inkEnd(drawn?.png ?? Buffer.alloc(0), line)).toBeCloseTo(endOf(line), -0.7);
  });
});

/** Where the last letter ends, in pixels. */
function endOf(line: PlacedText): number {
  const width = widthOf(line.text, line, measure) * line.size;
  return leftOf(line, width) + width;
}

/** The last column of a line's box with something as bright as its letters. */
async function inkEnd(png: Buffer, { box }: PlacedText): Promise<number> {
  const area = {
    left: Math.floor(box.x),
    top: Math.floor(box.y),
    width: Math.ceil(box.width) + 4,
    height: Math.floor(box.height),
  };
  const { data, info } = await sharp(png).extract(area).greyscale().raw().toBuffer({
    resolveWithObject: true,
  });
  let last = 0;
  for (let at = 0; at < data.length; at++)
    if ((data[at] ?? 0) > 225) last = Math.max(last, at % info.width);
  return area.left + last + 1;
}

test("a day, a number or a status cannot even be set as a text that may be cut", () => {
  const { text } = aCard();
  const looks = { weight: 700, wordSpacing: 0, color: "#FFFFFF", steps: [] } as const;

  // @ts-expect-error: only a name, a jabatan, a unit kerja and an instansi are free.
  expect(freeBlock(text, "nip", looks).field).toBe("nip");
  expect(freeBlock(text, "name", looks).record.name).toBe(text.name);
});
