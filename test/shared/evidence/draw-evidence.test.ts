/** A file as pictures: every page of it that is shown, whatever it is, and never more than an answer holds. */
import { randomBytes } from "node:crypto";
import { PDFDocument, rgb } from "pdf-lib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawEvidence, mostPages, mostPictureBytes } from "#shared/evidence/draw-evidence.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { evidencePage } from "../../../functions/evidence-api/evidence-page.ts";
import { FakeClock } from "../../support/fake-clock.ts";

async function aPdf(sizes: readonly (readonly [number, number])[]): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (const [width, height] of sizes) {
    const page = made.addPage([width, height]);
    page.drawRectangle({ x: 0, y: height / 2, width, height: height / 2, color: rgb(1, 0, 0) });
  }
  return Buffer.from(await made.save());
}

/** Pages of A4 that one picture fills, as a scanner makes them. */
async function aScan(jpeg: Buffer, pages: number): Promise<Buffer> {
  const made = await PDFDocument.create();
  const picture = await made.embedJpg(jpeg);
  for (let i = 0; i < pages; i++)
    made.addPage([595.28, 841.89]).drawImage(picture, { width: 595.28, height: 841.89 });
  return Buffer.from(await made.save());
}

const noise = () =>
  sharp(randomBytes(1240 * 1754), { raw: { width: 1240, height: 1754, channels: 1 } })
    .jpeg({ quality: 90 })
    .toBuffer();

const still = new FakeClock();
const pdf = (bytes: Buffer, clock: Clock = still) =>
  drawEvidence({ type: "application/pdf", bytes }, clock);

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

test("pages of noise are drawn as long as Lambda can answer them, and the page says how many", async () => {
  const drawn = await pdf(await aScan(await noise(), 6));
  const { pictures = [], pages = 0 } = drawn ?? {};
  const bytes = pictures.reduce((sum, { length }) => sum + length, 0);
  const page = evidencePage(drawn, "id");

  expect([pages, pictures.length > 1, pictures.length < 6]).toEqual([6, true, true]);
  expect(bytes).toBeLessThanOrEqual(mostPictureBytes);
  // As the text of a JSON, which is what Lambda counts.
  expect(JSON.stringify(page).length).toBeLessThan(6_000_000);
  expect(page).toContain(`Hanya ${pictures.length} halaman pertama`);
});

test("nothing but noise, the most that a page can be, fits an answer alone", async () => {
  const drawn = await drawEvidence({ type: "image/jpeg", bytes: await noise() }, still);

  expect(drawn?.pictures[0]?.length).toBeGreaterThan(1_000_000);
  expect(drawn?.pictures[0]?.length).toBeLessThan(mostPictureBytes);
});

test("no page is begun after four seconds, and the first always is", async () => {
  const clock = new FakeClock();
  const after = (seconds: number): Clock => ({
    now() {
      clock.advance({ seconds });
      return clock.now();
    },
  });
  const six = await aPdf(Array.from({ length: 6 }, () => [300, 400] as const));

  expect((await pdf(six, after(1.5)))?.pictures).toHaveLength(3);
  expect(await pdf(six, after(9))).toMatchObject({ pages: 6, pictures: [expect.any(Buffer)] });
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
  const drawn = await drawEvidence({ type: "image/jpeg", bytes }, still);
  const { width, height } = await sharp(drawn?.pictures[0]).metadata();

  expect([drawn?.pages, width, height]).toEqual([1, 1240, 930]);
});

test.each(["%PDF-1.7\n1 0 obj\nendobj\n%%EOF", "%PDF-1.7", ""])(
  "what is damaged is not drawn: %j",
  async (text) => {
    expect(await pdf(Buffer.from(text))).toBeUndefined();
  },
);
