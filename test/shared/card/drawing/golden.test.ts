import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faces } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { extremeCards } from "./extreme-cards.ts";
import { alike, distance, goldenFile } from "./golden.ts";

const painter = new CardPainter(new CheckedTemplates());

const [usual] = extremeCards;

test.each(extremeCards)(
  "$name looks as it did",
  async ({ name, content, portrait }) => {
    const drawn = painter.drawPngs(content, await portrait(), faces);

    expect(drawn.map(({ face }) => face)).toEqual(faces);
    for (const { face, png } of drawn) {
      const golden = readFileSync(goldenFile(name, face));
      // Redrawn by `node test/shared/card/drawing/redraw-golden.ts`, to be looked at before they are committed.
      expect(await distance(png, golden), face).toBeLessThan(alike);
    }
  },
  30_000,
);

test("another digit is another picture", async () => {
  if (!usual) throw new Error("There is no card.");
  const { text } = usual.content;
  const other = { ...usual.content, text: { ...text, nip: text.nip.replace(/4$/, "9") } };
  const [drawn] = painter.drawPngs(other, await usual.portrait(), ["front-landscape"]);
  const golden = readFileSync(goldenFile(usual.name, "front-landscape"));

  expect(await distance(drawn?.png ?? Buffer.alloc(0), golden)).toBeGreaterThan(3 * alike);
});
