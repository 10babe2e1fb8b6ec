/** Files that are nearly a photo, each odd in one way: files of real programs, and of attackers. */
import sharp from "sharp";
import { portraitPng } from "../../local/demo/portrait.ts";
import { chunk, end, header, png, rowsOf, uint32 } from "./build-png.ts";

/** A portrait that conforms, taken apart. */
interface Parts {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Buffer;
}

export async function portraitParts(seed = 3): Promise<Parts> {
  const { data, info } = await sharp(await portraitPng(seed))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

/** @param filter of the rows; 0 to 4 mean something @param extra chunks before the picture's data */
export function pngOf(
  { width, height, pixels }: Parts,
  { filter = 0, extra = [] }: { filter?: number; extra?: readonly Buffer[] } = {},
): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([
      Buffer.from([y === height - 1 ? filter : 0]),
      pixels.subarray(4 * width * y, 4 * width * (y + 1)),
    ]),
  );
  return png(header({ width, height }), ...extra, rowsOf(Buffer.concat(rows)), end);
}

/** What the case is, the bytes, and the code of the refusal; undefined when it is a photo like any other. */
export type OddPng = readonly [what: string, bytes: Buffer, refusal: string | undefined];

export async function oddPngs(): Promise<readonly OddPng[]> {
  const parts = await portraitParts();
  const { width, height, pixels } = parts;
  const sound = pngOf(parts);
  const indexes = rowsOf(Buffer.alloc((width + 1) * height));
  const animation = [
    chunk("acTL", uint32(1, 0)),
    chunk("fcTL", Buffer.concat([uint32(0, width, height, 0, 0), Buffer.alloc(6)])),
  ];
  const linear = Buffer.from(
    pixels.map((value, i) => (i % 4 === 3 ? value : Math.round(255 * (value / 255) ** 2.2))),
  );
  return [
    ["cut off in the middle", sound.subarray(0, sound.length / 2), "damaged"],
    ["with a row filter that does not exist", pngOf(parts, { filter: 9 }), "damaged"],
    [
      "of palette colours without a palette",
      png(header({ width, height, colour: 3 }), indexes, end),
      "damaged",
    ],
    ["of an animation of one frame", pngOf(parts, { extra: animation }), "animated"],
    [
      "whose colours are those of HDR",
      pngOf(parts, { extra: [codePoints(9, 16)] }),
      "unsupported-colours",
    ],
    ["turned upright by EXIF only", pngOf(parts, { extra: [exif(6)] }), "rotated"],
    [
      "that is a PNG by name only",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
      "not-png",
    ],
    ["of sRGB by code points", pngOf(parts, { extra: [codePoints(1, 13)] }), undefined],
    ["upright by EXIF as well", pngOf(parts, { extra: [exif(1)] }), undefined],
    ["with an older picture behind its end", Buffer.concat([sound, sound]), undefined],
    [
      "stored in linear light",
      pngOf({ ...parts, pixels: linear }, { extra: [chunk("gAMA", uint32(100_000))] }),
      undefined,
    ],
  ];
}

/** cICP of RGB in the full range. */
function codePoints(primaries: number, transfer: number): Buffer {
  return chunk("cICP", Buffer.from([primaries, transfer, 0, 1]));
}

/** A big-endian TIFF with one entry: orientation, a short. */
function exif(orientation: number): Buffer {
  const entry = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
  const start = Buffer.concat([Buffer.from("MM\0*", "latin1"), uint32(8), Buffer.from([0, 1])]);
  return chunk("eXIf", Buffer.concat([start, entry, uint32(0)]));
}
