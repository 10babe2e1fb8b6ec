/** Draws the golden pictures anew: `node test/shared/card/drawing/redraw-golden.ts`. Look at each before it is committed. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { extremeCards } from "./extreme-cards.ts";
import { goldenFile, shrink } from "./golden.ts";

const painter = new CardPainter();

for (const { name, content, portrait } of extremeCards)
  for (const { face, png } of await painter.draw(content, await portrait())) {
    const file = goldenFile(name, face);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await shrink(png));
  }
