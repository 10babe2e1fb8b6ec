/** Files that are nearly a photo, each odd in one way: files of real programs, and of attackers. */
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { portraitPng } from "../../local/demo/portrait.ts";

const signature = Buffer.from("89504e470d0a1a0a", "hex");
const end = chunk("IEND");

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function uint32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, 4 * i);
  return bytes;
}

/** @param colour 6 RGBA, 3 palette */
function header(width: number, height: number, colour: number): Buffer {
  return chunk("IHDR", Buffer.concat([uint32(width, height), Buffer.from([8, colour, 0, 0, 0])]));
}

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
function pngOf(
  { width, height, pixels }: Parts,
  { filter = 0, extra = [] }: { filter?: number; extra?: readonly Buffer[] } = {},
): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([
      Buffer.from([y === height - 1 ? filter : 0]),
      pixels.subarray(4 * width * y, 4 * width * (y + 1)),
    ]),
  );
  const data = chunk("IDAT", deflateSync(Buffer.concat(rows)));
  return Buffer.concat([signature, header(width, height, 6), ...extra, data, end]);
}

/** What the case is, the bytes, and the code of the refusal; undefined when it is a photo like any other. */
export type OddPng = readonly [what: string, bytes: Buffer, refusal: string | undefined];

export async function oddPngs(): Promise<readonly OddPng[]> {
  const parts = await portraitParts();
  const { width, height, pixels } = parts;
  const sound = pngOf(parts);
  const indexes = chunk("IDAT", deflateSync(Buffer.alloc((width + 1) * height)));
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
      Buffer.concat([signature, header(width, height, 3), indexes, end]),
      "damaged",
    ],
    ["of an animation of one frame", pngOf(parts, { extra: animation }), "animated"],
    ["turned upright by EXIF only", pngOf(parts, { extra: [exif(6)] }), "rotated"],
    [
      "that is a PNG by name only",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
      "not-png",
    ],
    ["upright by EXIF as well", pngOf(parts, { extra: [exif(1)] }), undefined],
    ["with an older picture behind its end", Buffer.concat([sound, sound]), undefined],
    [
      "stored in linear light",
      pngOf({ ...parts, pixels: linear }, { extra: [chunk("gAMA", uint32(100_000))] }),
      undefined,
    ],
  ];
}

/** A big-endian TIFF with one entry: orientation, a short. */
function exif(orientation: number): Buffer {
  const entry = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
  const start = Buffer.concat([Buffer.from("MM\0*", "latin1"), uint32(8), Buffer.from([0, 1])]);
  return chunk("eXIf", Buffer.concat([start, entry, uint32(0)]));
}
