import sharp from "sharp";
import { expect, test } from "vitest";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { shapes } from "#shared/card/design/geometry.ts";
import { sealMark, sealOf, sealSide } from "#shared/card/design/security.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { content } from "../../../bench/pdf/content.ts";
import { drawWithPdfLib } from "../../../bench/pdf/pdf-lib.ts";
import { portraitPng } from "../../../local/demo/portrait.ts";
import { type Raster, rasterise } from "../../shared/card/pdf/rasterise.ts";
import { decodeQr } from "../../support/decode-qr.ts";

const typesetter = new CardTypesetter(new CheckedTemplates());

async function pagesOf(pdf: Uint8Array): Promise<readonly [front: Raster, back: Raster]> {
  const [front, back, ...more] = await Array.fromAsync(rasterise(pdf, { dpi: 300 }));
  if (!front || !back || more.length > 0) throw new Error("A card has two pages.");
  return [front, back];
}

/** How grey the seal's square is, in squares of 6 pixels: a line beside its place makes no difference, a seal does. */
async function sealOn({ gray, width, height }: Raster): Promise<readonly number[]> {
  const lines = sealOf(templateFor(content.look, "PNS"), content.seed);
  const { x = 0, y = 0 } = sealMark(shapes["front-landscape"], lines).square ?? {};
  const page = sharp(gray, { raw: { width, height, channels: 1 } });
  const square = { left: x, top: y, width: sealSide, height: sealSide };
  const small = await page.extract(square).png().toBuffer();
  const grey = sharp(small).resize(sealSide / 6);
  return [...(await grey.extractChannel(0).raw().toBuffer())];
}

test("pdf-lib draws what the product draws: two pages, the code, and the seal where it is", async () => {
  const photo = await portraitPng(2);
  const name = { shape: "landscape", sheet: "card" } as const;
  const [front] = await pagesOf(await drawWithPdfLib(content, photo));
  const [ours] = await pagesOf(await typesetter.setDocument(content, photo, name));

  const { gray, ...size } = front;
  const png = sharp(gray, { raw: { ...size, channels: 1 } }).png();
  expect(await decodeQr(await png.toBuffer())).toBe(content.qrText);
  const [seal, ourSeal] = [await sealOn(front), await sealOn(ours)];
  const differences = seal.map((grey, at) => Math.abs(grey - (ourSeal[at] ?? 0)));
  expect(differences.length).toBe((sealSide / 6) ** 2);
  expect(Math.max(...differences)).toBeLessThan(20);
});
