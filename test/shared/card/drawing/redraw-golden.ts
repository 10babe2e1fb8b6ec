/** Draws the golden pictures anew: `node test/shared/card/drawing/redraw-golden.ts`. Look at each before it is committed. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { drawCard } from "#shared/card/drawing/draw-card.ts";
import { extremeCards } from "./extreme-cards.ts";
import { goldenFile, shrink } from "./golden.ts";

for (const { name, content, portrait } of extremeCards)
  for (const { face, png } of await drawCard(content, await portrait())) {
    const file = goldenFile(name, face);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await shrink(png));
  }
