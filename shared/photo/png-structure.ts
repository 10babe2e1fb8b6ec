/**
 * Reads a PNG's chunks without decoding a pixel (PNG 3, W3C 2025, clauses 5 and 11), so that no odd file reaches the decoder:
 * with broken checksums, chunks out of order, animations, unknown critical chunks. Bytes after the end are dropped: some
 * screenshot tools that crop a picture leave the old one there.
 */
import { crc32, inflateSync } from "node:zlib";

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA. */
  readonly colour: number;
  readonly isInterlaced: boolean;
}

/** What is wrong, as a stable code; `header` is there if it could be read. */
export interface PngStructure {
  readonly problem?: PngProblem | undefined;
  readonly header?: PngHeader | undefined;
  /** The file up to its end chunk. */
  readonly bytes: Buffer;
  /** The exponent of its samples, if no chunk of higher rank describes the colours (PNG 3, 4.3). */
  readonly gamma?: number | undefined;
}

/** The decoder finds "rotated". */
export type PngProblem =
  | "not-png"
  | "damaged"
  | "animated"
  | "rotated"
  | "unknown-chunk"
  | "too-many-chunks"
  | "inflates-too-far";

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const signature = Buffer.from("89504e470d0a1a0a", "hex");
const maxChunks = 4096;
const knownCritical = new Set(["IHDR", "PLTE", "IDAT", "IEND"]);
const animation = new Set(["acTL", "fcTL", "fdAT"]);
const samplesPerPixel: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** The largest image that the inflation check reads; larger ones are refused by their dimensions anyway. */
const maxPixels = 4096 * 4096;

export function inspectPng(bytes: Buffer): PngStructure {
  if (!bytes.subarray(0, 8).equals(signature)) return { problem: "not-png", bytes };
  const { chunks, problem, end } = readChunks(bytes);
  const header = headerOf(chunks[0]);
  if (problem || !header) return { problem: problem ?? "damaged", header, bytes };
  return {
    problem: orderProblem(chunks) ?? inflationProblem(chunks, header),
    header,
    bytes: bytes.subarray(0, end),
    gamma: gammaOf(chunks),
  };
}

/** Undefined also for a gamma of 0, which has no meaning. */
function gammaOf(chunks: readonly Chunk[]): number | undefined {
  if (chunks.some(({ type }) => ["cICP", "iCCP", "sRGB"].includes(type))) return undefined;
  const data = chunks.find(({ type }) => type === "gAMA")?.data;
  return (data?.length === 4 && data.readUInt32BE(0) / 100_000) || undefined;
}

function readChunks(bytes: Buffer): { chunks: Chunk[]; problem?: PngProblem; end: number } {
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) break;
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      return { chunks, problem: "damaged", end };
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4) });
    at = end;
    if (type === "IEND") return { chunks, end };
    if (chunks.length > maxChunks) return { chunks, problem: "too-many-chunks", end };
  }
  return { chunks, problem: "damaged", end: at };
}

function headerOf(first: Chunk | undefined): PngHeader | undefined {
  if (first?.type !== "IHDR" || first.data.length !== 13) return undefined;
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = first.data.subarray(8);
  if (compression !== 0 || filter !== 0 || interlace > 1 || samplesPerPixel[colour] === undefined)
    return undefined;
  return {
    width: first.data.readUInt32BE(0),
    height: first.data.readUInt32BE(4),
    depth,
    colour,
    isInterlaced: interlace === 1,
  };
}

function orderProblem(chunks: readonly Chunk[]): PngProblem | undefined {
  const types = chunks.map(({ type }) => type);
  if (types.some((type) => animation.has(type))) return "animated";
  // A chunk whose name begins with a capital is one that no decoder may skip.
  if (types.some((type) => /^[A-Z]/.test(type) && !knownCritical.has(type))) return "unknown-chunk";
  const [firstData, lastData] = [types.indexOf("IDAT"), types.lastIndexOf("IDAT")];
  const isContiguous = types.slice(firstData, lastData + 1).every((type) => type === "IDAT");
  const isOnce = types.filter((type) => type === "IHDR").length === 1;
  return firstData > 0 && isContiguous && isOnce ? undefined : "damaged";
}

/** The image data must inflate to exactly the size that the header says, so that no bomb and no short file is decoded. */
function inflationProblem(chunks: readonly Chunk[], header: PngHeader): PngProblem | undefined {
  if (header.width * header.height > maxPixels) return undefined;
  const wanted = rawBytes(header);
  const data = Buffer.concat(
    chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data),
  );
  try {
    return inflateSync(data, { maxOutputLength: wanted }).length === wanted ? undefined : "damaged";
  } catch (error) {
    const isTooLarge =
      error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isTooLarge ? "inflates-too-far" : "damaged";
  }
}

/** Adam7: where each pass begins, and how far its pixels lie apart (x, y). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of all rows, each with its filter byte. */
function rawBytes({ width, height, depth, colour, isInterlaced }: PngHeader): number {
  const bits = (samplesPerPixel[colour] ?? 0) * depth;
  const rows = (w: number, h: number) => (w > 0 && h > 0 ? (Math.ceil((w * bits) / 8) + 1) * h : 0);
  if (!isInterlaced) return rows(width, height);
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
}
