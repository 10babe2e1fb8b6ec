import sharp from "sharp";
import { expect, test } from "vitest";
import { readCodes } from "../../../../ops/read-codes.ts";
import { decodeQr } from "../../../support/decode-qr.ts";
import { drawUnit, manyCards, qrTextOf } from "./many-cards.ts";
import { rasterise } from "./rasterise.ts";

const dpi = 300;

test.each([
  [100, "landscape"],
  // Each extreme card once.
  [12, "portrait"],
] as const)(
  "%i cards, %s: every code can be read when printed at 300 dpi",
  async (count, shape) => {
    const pdf = await drawUnit(manyCards(count), { shape, sheet: "card" });
    const read: (string | undefined)[] = [];
    // Fronts; between them are the backs.
    for await (const { gray, width, height } of rasterise(pdf, { dpi, step: 2 })) {
      const front = sharp(gray, { raw: { width, height, channels: 1 } });
      read.push(await decodeQr(await front.png({ compressionLevel: 0 }).toBuffer()));
    }

    expect(read).toEqual(Array.from({ length: count }, (_, index) => qrTextOf(index)));
  },
);

test.each(["landscape", "portrait"] as const)(
  "every code on sheets of A4 can be read, %s",
  async (shape) => {
    const pdf = await drawUnit(manyCards(12), { shape, sheet: "a4" });
    const read: string[] = [];
    for await (const { gray, width, height } of rasterise(pdf, { dpi })) {
      const sheet = sharp(gray, { raw: { width, height, channels: 1 } }).toColourspace("srgb");
      read.push(
        ...(await readCodes({ data: await sheet.ensureAlpha().raw().toBuffer(), width, height })),
      );
    }

    expect(read.sort()).toEqual(Array.from({ length: 12 }, (_, index) => qrTextOf(index)).sort());
  },
);
