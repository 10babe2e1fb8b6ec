import sharp from "sharp";
import { expect, test } from "vitest";
import type { CardContent } from "#shared/card/card-content.ts";
import { isSpecimen, qrText } from "#shared/card/card-token.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { usualLook } from "#shared/card/design/look.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { extremeCards } from "#shared/card/extreme-cards.ts";
import { specimenOf } from "#shared/card/specimen.ts";
import { standInPhoto } from "#shared/card/stand-in-photo.ts";

const siteUrl = "https://kartu.example.go.id";
const [usual] = extremeCards;

test.each(extremeCards)(
  "the QR of $id says that it is a specimen, and is as fine as a card's",
  (card) => {
    const specimen = specimenOf(card, usualLook, siteUrl);
    const token = specimen.qrText.split("/").at(-1) ?? "";

    expect(isSpecimen(token)).toBe(true);
    expect(specimen.qrText).toHaveLength(qrText(siteUrl, "0".repeat(26)).length);
    expect(specimen.qrText).toMatch(/^https:\/\/[0-9A-Z:/.-]+$/);
  },
);

test("a specimen shows its number, and the mark of a preview over a twentieth of its front", async () => {
  if (!usual) throw new Error("There is no card.");
  const specimen = specimenOf(usual, usualLook, siteUrl);
  const { isSpecimen: _, ...card } = specimen;

  expect(specimen.issue?.serial).toBe("A20100000001");
  const [marked, unmarked] = await Promise.all([front(specimen), front(card)]);
  const different = marked.filter((value, i) => Math.abs(value - (unmarked[i] ?? 0)) > 8);
  expect(different.length / marked.length).toBeGreaterThan(0.05);
});

test("the stand-in for a photo is cut out, and has a photo's size", async () => {
  const photo = sharp(standInPhoto());

  expect(await photo.metadata()).toMatchObject({ width: 450, height: 575, hasAlpha: true });
  const { data } = await photo.raw().toBuffer({ resolveWithObject: true });
  const alphas = [0, 224 + 245 * 450, 225 + 570 * 450].map((pixel) => data[4 * pixel + 3]);
  expect(alphas).toEqual([0, 255, 255]);
});

/** The front's pixels. */
async function front(content: CardContent): Promise<Buffer> {
  const [drawn] = new CardPainter(new CheckedTemplates()).drawPngs(content, standInPhoto(), [
    "front-landscape",
  ]);
  return await sharp(drawn?.png).raw().toBuffer();
}
