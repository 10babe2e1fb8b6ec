/** Photos to try «Ubah Foto» with: one that conforms, and one for each rule it can break. All of nobody. */
import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { portraitPng } from "./portrait.ts";

export interface SamplePhoto {
  /** Says what is right or wrong with it. */
  readonly fileName: string;
  /** The rule it breaks; undefined for the one that conforms. */
  readonly breaks: string | undefined;
  readonly bytes: Buffer;
}

const seed = 8;

export async function samplePhotos(): Promise<readonly SamplePhoto[]> {
  const good = await portraitPng(seed);
  const png = (change: (photo: Sharp) => Sharp) => change(sharp(good)).png().toBuffer();
  return [
    { fileName: "benar.png", breaks: undefined, bytes: good },
    {
      fileName: "salah-jpeg-bernama-png.png",
      breaks: "format",
      bytes: await sharp(good).flatten().jpeg().toBuffer(),
    },
    { fileName: "salah-terlalu-besar.png", breaks: "size", bytes: withComment(good, 2_200_000) },
    {
      fileName: "salah-ukuran.png",
      breaks: "dimensions",
      bytes: await portraitPng(seed, { width: 600, height: 800 }),
    },
    {
      fileName: "salah-latar-putih.png",
      breaks: "transparency",
      bytes: await portraitPng(seed, { background: "#ffffff" }),
    },
    {
      fileName: "salah-buram.png",
      breaks: "sharpness",
      bytes: await png((photo) => photo.blur(4)),
    },
    {
      fileName: "salah-gelap.png",
      breaks: "light",
      bytes: await png((photo) => photo.linear([0.22, 0.22, 0.22, 1], [0, 0, 0, 0])),
    },
    {
      fileName: "salah-hitam-putih.png",
      breaks: "colour",
      bytes: await png((photo) => photo.grayscale()),
    },
    {
      fileName: "salah-tanpa-wajah.png",
      breaks: "face",
      bytes: await portraitPng(seed, { isFaceless: true }),
    },
  ];
}

/** The same picture with a large chunk that decoders ignore. */
export function withComment(png: Buffer, bytes: number): Buffer {
  const ihdrEnd = 33;
  return Buffer.concat([
    png.subarray(0, ihdrEnd),
    chunk("teXt", randomBytes(bytes)),
    png.subarray(ihdrEnd),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
