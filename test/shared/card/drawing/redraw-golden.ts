/** Draws the golden pictures anew: `node test/shared/card/drawing/redraw-golden.ts`. Look at each before it is committed. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { faces } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { extremeCards } from "./extreme-cards.ts";
import { goldenFile, shrink } from "./golden.ts";

const painter = new CardPainter(new CheckedTemplates());

for (const { name, content, portrait } of extremeCards)
  for (const { face, png } of painter.drawPngs(content, await portrait(), faces)) {
    const file = goldenFile(name, face);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await shrink(png));
  }
