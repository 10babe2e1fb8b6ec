import { inflateSync } from "node:zlib";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import type { Pixels } from "#shared/render/pixels.ts";
import { encodePng, encodeTop } from "#shared/render/png.ts";

/** No two rows alike, opaque. */
function somePixels(width: number, height: number): Pixels {
  const data = Buffer.alloc(4 * width * height);
  for (let at = 0; at < data.length; at++)
    data[at] = at % 4 === 3 ? 255 : Math.imul(at + 1, 2654435761) >>> 24;
  return { width, height, data };
}

/** By a decoder that is not ours. */
async function decoded(png: Buffer): Promise<Pixels> {
  const image = await loadImage(png);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  return { width, height, data: canvas.data() };
}

function streamOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return Buffer.concat(parts);
}

test.each([
  { width: 40, height: 30, rows: 1 },
  { width: 40, height: 30, rows: 29 },
  { width: 1011, height: 638, rows: 587 },
])("a file with $rows prepared rows of $height is the picture", async ({ rows, ...size }) => {
  const pixels = somePixels(size.width, size.height);
  const png = encodePng(pixels, encodeTop(pixels, rows));

  const { data, ...read } = await decoded(png);
  expect(read).toEqual(size);
  expect(data.equals(pixels.data)).toBe(true);
});

test("the checksum is that of all rows", () => {
  const pixels = somePixels(300, 200);
  const png = encodePng(pixels, encodeTop(pixels, 120));

  // Throws when the stream does not end with the sum of what it holds.
  expect(inflateSync(streamOf(png))).toHaveLength(200 * (1 + 4 * 300));
  const broken = streamOf(png);
  broken.writeUInt8(broken.readUInt8(broken.length - 1) ^ 1, broken.length - 1);
  expect(() => inflateSync(broken)).toThrow("incorrect data check");
});

test("prepared rows are not encoded again", () => {
  const pixels = somePixels(64, 64);
  const top = encodeTop(pixels, 48);
  const png = encodePng(pixels, top);
  pixels.data.fill(0, 0, 4 * 64 * 48);

  expect(encodePng(pixels, top).equals(png)).toBe(true);
  pixels.data.fill(0);
  expect(encodePng(pixels, top).equals(png)).toBe(false);
});

test("without prepared rows it is a picture all the same", async () => {
  const pixels = somePixels(20, 10);

  expect((await decoded(encodePng(pixels))).data.equals(pixels.data)).toBe(true);
});
