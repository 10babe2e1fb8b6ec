import sharp from "sharp";
import { expect, test } from "vitest";
import { readHeader } from "../../../web/src/studio/picture-file.ts";

const drawn = sharp({ create: { width: 123, height: 45, channels: 3, background: "#a52" } });

test.each([
  ["png", drawn.clone().png()],
  ["jpeg", drawn.clone().jpeg()],
  ["jpeg", drawn.clone().jpeg({ progressive: true }).withMetadata({ orientation: 6 })],
  ["webp", drawn.clone().webp()],
  ["webp", drawn.clone().webp({ lossless: true })],
  ["webp", drawn.clone().ensureAlpha(0.5).webp()],
])("a %s says its size in its first bytes", async (kind, file) => {
  expect(readHeader(await file.toBuffer())).toEqual({ kind, size: { width: 123, height: 45 } });
});

test("a HEIC picture is known, though few browsers open it", () => {
  const bytes = Buffer.concat([Buffer.from("\0\0\0\x18ftypheic", "latin1"), Buffer.alloc(40)]);

  expect(readHeader(bytes)).toEqual({ kind: "heic" });
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["a text", Buffer.from("NIP;Nama;Jabatan;Unit Kerja;Instansi;Surel\n")],
])("%s is no picture", (_, bytes) => {
  expect(readHeader(bytes)).toEqual({ kind: "other" });
});

test("a JPEG that is cut before its size has none, and is read no further", async () => {
  const jpeg = await drawn.clone().jpeg().toBuffer();

  expect(readHeader(jpeg.subarray(0, 60))).toEqual({ kind: "jpeg" });
});
