/** PNGs chunk by chunk, also such as no encoder writes. */
import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from("89504e470d0a1a0a", "hex");

export function png(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([signature, ...chunks]);
}

/** With the right checksum, whatever it holds. */
export function chunk(type: string, data: Uint8Array = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, 4 * i);
  return bytes;
}

interface Header {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA. */
  readonly colour?: number;
  readonly interlace?: number;
}

export function header({
  width = 2,
  height = 2,
  depth = 8,
  colour = 6,
  interlace = 0,
}: Header): Buffer {
  const rest = Buffer.from([depth, colour, 0, 0, interlace]);
  return chunk("IHDR", Buffer.concat([uint32(width, height), rest]));
}

/** The picture's data: bytes of rows, each row with its filter byte before it. */
export function rowsOf(bytes: Uint8Array): Buffer {
  return chunk("IDAT", deflateSync(bytes));
}

export const end = chunk("IEND");
