/** The pictures of docs/: `node test/shared/card/drawing/contact-sheet.ts` draws a demo card and the twelve extreme ones. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { faces } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { shapes } from "#shared/card/design/geometry.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { type ExtremeCard, extremeCards } from "./extreme-cards.ts";

const painter = new CardPainter(new CheckedTemplates());

const scale = 0.33;
const gap = 14;
const columns = 2;
const scaled = ({ width, height }: Size): Size => ({
  width: Math.round(width * scale),
  height: Math.round(height * scale),
});
const [wide, tall] = [scaled(shapes["front-landscape"]), scaled(shapes["front-portrait"])];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** All four faces of a card in a row: the landscape ones above each other. */
async function row({ content, portrait }: ExtremeCard, x: number, y: number) {
  const drawn = painter.drawPngs(content, await portrait(), faces);
  const places = {
    "front-landscape": { left: x, top: y },
    "back-landscape": { left: x, top: y + wide.height + gap },
    "front-portrait": { left: x + wide.width + gap, top: y },
    "back-portrait": { left: x + wide.width + tall.width + 2 * gap, top: y },
  } as const;
  return Promise.all(
    drawn.map(async ({ face, png }) => ({
      ...places[face],
      input: await sharp(png)
        .resize(face.endsWith("landscape") ? wide : tall)
        .png()
        .toBuffer(),
    })),
  );
}

const cell = {
  width: wide.width + 2 * tall.width + 4 * gap,
  height: Math.max(tall.height, 2 * wide.height + gap) + 2 * gap,
};
const overlays = [];
for (const [index, card] of extremeCards.entries()) {
  const x = (index % columns) * cell.width + gap;
  overlays.push(...(await row(card, x, Math.floor(index / columns) * cell.height + gap)));
}
const sheet = {
  width: columns * cell.width,
  height: Math.ceil(extremeCards.length / columns) * cell.height,
  channels: 3 as const,
  background: "#F1EEF4",
};
writeFileSync(
  join("docs", "contact-sheet.webp"),
  await sharp({ create: sheet }).composite(overlays).webp({ quality: 54, effort: 6 }).toBuffer(),
);

const [example] = extremeCards;
if (example) {
  const [front] = painter.drawPngs(example.content, await example.portrait(), ["front-landscape"]);
  const picture = sharp(front?.png).webp({ quality: 82, effort: 6 });
  writeFileSync(join("docs", "kartu-contoh.webp"), await picture.toBuffer());
}
