/**
 * PNG files (ISO/IEC 15948). Encoding costs more than drawing. So the rows that all cards of a template share are deflated
 * once, with the best compression, and only the rows below them for each card. Two deflate streams may be joined when the first
 * ends on a whole byte and the second does not refer to bytes before its own beginning (RFC 1951).
 */
import { constants, crc32, deflateRawSync, deflateSync } from "node:zlib";
import { CompressionType, FilterType, Transformer } from "@napi-rs/image";
import type { Pixels } from "./pixels.ts";

/** The first rows of a picture, ready for any file that begins with them. */
export interface PngTop {
  readonly rows: number;
  /** An IDAT chunk that ends on a whole byte. */
  readonly chunk: Buffer;
  /** Adler-32 of the filtered rows. */
  readonly adler: number;
}

/** The filter type of each row: every byte is stored as the difference from the pixel before. */
const filterSub = 1;
/** Deflate with a window of 32 KB, the fastest way (RFC 1950). */
const zlibHeader = Buffer.from([0x78, 0x01]);
const signature = 8;

/** @param rows from the top */
export function encodeTop({ data, width }: Omit<Pixels, "height">, rows: number): PngTop {
  const filtered = filterRows(data, 4 * width, rows);
  const deflated = deflateRawSync(filtered, { level: 1, finishFlush: constants.Z_FULL_FLUSH });
  // zlib writes it at the end of a stream. An uncompressed stream is the fastest way to compute it.
  const adler = adlerOf(deflateSync(filtered, { level: 0 }));
  return { rows, chunk: Buffer.concat(chunk("IDAT", zlibHeader, deflated)), adler };
}

/** Lossless, for download and print. @param top the same pixels as the first rows */
export function encodePng({ data, width, height }: Pixels, top?: PngTop): Buffer {
  const rows = top?.rows ?? 0;
  const lower = Transformer.fromRgbaPixels(
    data.subarray(4 * width * rows),
    width,
    height - rows,
  ).pngSync({ compressionType: CompressionType.Fast, filterType: FilterType.Sub });
  return top ? join(top, lower, width, height) : lower;
}

/** @param lower a PNG of the rows below */
function join(top: PngTop, lower: Buffer, width: number, height: number): Buffer {
  const header = Buffer.from(dataOf(lower, "IHDR"));
  header.writeUInt32BE(height, 4);
  const stream = dataOf(lower, "IDAT");
  const adler = Buffer.alloc(4);
  const length = (height - top.rows) * (4 * width + 1);
  adler.writeUInt32BE(joinedAdler(top.adler, adlerOf(stream), length));
  return Buffer.concat([
    lower.subarray(0, signature),
    ...chunk("IHDR", header),
    top.chunk,
    ...chunk("IDAT", stream.subarray(zlibHeader.length, -adler.length), adler),
    ...chunk("IEND"),
  ]);
}

/** The content of all chunks of a type. */
function dataOf(png: Buffer, type: string): Buffer {
  const parts: Buffer[] = [];
  for (let at = signature; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === type) parts.push(png.subarray(at + 8, end));
    at = end + 4;
  }
  const [first = Buffer.alloc(0)] = parts;
  return parts.length > 1 ? Buffer.concat(parts) : first;
}

/** Length and type, content, checksum. They are not joined yet, because copying megabytes takes time. */
function chunk(type: string, ...parts: readonly Buffer[]): Buffer[] {
  const frame = Buffer.alloc(12);
  frame.writeUInt32BE(parts.reduce((sum, part) => sum + part.length, 0));
  frame.write(type, 4, "latin1");
  const named = frame.subarray(4, 8);
  frame.writeUInt32BE(
    parts.reduce((sum, part) => crc32(part, sum), crc32(named)),
    8,
  );
  return [frame.subarray(0, 8), ...parts, frame.subarray(8)];
}

/** @param stride bytes of a row */
function filterRows(data: Buffer, stride: number, rows: number): Buffer {
  const filtered = Buffer.allocUnsafe(rows * (stride + 1));
  let to = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * stride;
    filtered[to++] = filterSub;
    for (let at = 0; at < 4; at++) filtered[to++] = data[from + at] ?? 0;
    for (let at = from + 4; at < from + stride; at++)
      filtered[to++] = (data[at] ?? 0) - (data[at - 4] ?? 0);
  }
  return filtered;
}

/** The largest prime below 2^16. */
const prime = 65521;

/** @param stream of zlib */
function adlerOf(stream: Buffer): number {
  return stream.readUInt32BE(stream.length - 4);
}

/** Of two parts one after the other. @param length of the second, in bytes */
function joinedAdler(first: number, second: number, length: number): number {
  const [one, other] = [first & 0xffff, second & 0xffff];
  const sum = (one + other - 1 + prime) % prime;
  const sums = ((first >>> 16) + (second >>> 16) + (length % prime) * (one - 1 + prime)) % prime;
  return sums * 0x10000 + sum;
}
