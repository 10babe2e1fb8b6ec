/** A file as pictures: every page of it that is shown, whatever it is, and never more than an answer holds. */
import { PDFDocument, rgb } from "pdf-lib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawEvidence, mostPages } from "#shared/evidence/draw-evidence.ts";

async function aPdf(sizes: readonly (readonly [number, number])[]): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (const [width, height] of sizes) {
    const page = made.addPage([width, height]);
    page.drawRectangle({ x: 0, y: height / 2, width, height: height / 2, color: rgb(1, 0, 0) });
  }
  return Buffer.from(await made.save());
}

const pdf = (bytes: Buffer) => drawEvidence({ type: "application/pdf", bytes });

test("a page of A4 is a picture of 150 dpi, in its colours, on white", async () => {
  const drawn = await pdf(await aPdf([[595.28, 841.89]]));
  const { data, info } = await sharp(drawn?.pictures[0])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colour = (y: number) => [...data.subarray(y * info.width * 3, y * info.width * 3 + 3)];

  expect([info.format, info.width, info.height]).toEqual(["raw", 1239, 1751]);
  const [red = 0, green = 255] = colour(100);
  expect([red > 240, green < 15]).toEqual([true, true]);
  expect(Math.min(...colour(1700))).toBeGreaterThan(240);
});

test("all pages are counted, and as many are drawn as an answer holds", async () => {
  const drawn = await pdf(await aPdf(Array.from({ length: 9 }, () => [300, 400] as const)));

  expect([drawn?.pages, drawn?.pictures.length]).toEqual([9, mostPages]);
});

test("a page as large as PDF allows is no larger a picture", async () => {
  const drawn = await pdf(await aPdf([[14_400, 14_400]]));
  const { width, height } = await sharp(drawn?.pictures[0]).metadata();

  expect([width, height]).toEqual([1240, 1240]);
});

test("a photo of a paper is made as small as the box", async () => {
  const bytes = await sharp({
    create: { width: 4000, height: 3000, channels: 3, background: "red" },
  })
    .jpeg()
    .toBuffer();
  const drawn = await drawEvidence({ type: "image/jpeg", bytes });
  const { width, height } = await sharp(drawn?.pictures[0]).metadata();

  expect([drawn?.pages, width, height]).toEqual([1, 1240, 930]);
});

test.each(["%PDF-1.7\n1 0 obj\nendobj\n%%EOF", "%PDF-1.7", ""])(
  "what is damaged is not drawn: %j",
  async (text) => {
    expect(await pdf(Buffer.from(text))).toBeUndefined();
  },
);
