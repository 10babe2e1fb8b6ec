/** The chunks that say what a PNG's samples mean as colours: palette, transparency, gamma, profiles (PNG 3, clauses 4.3 and 11.3). */
import type { Chunk } from "./png-chunks.ts";
import type { PngHeader } from "./png-header.ts";

/** Each of them stands once and before the picture's data. Of two decoders take one or the other. */
export const colourChunks: ReadonlySet<string> = new Set([
  ...["PLTE", "tRNS", "gAMA", "sRGB", "iCCP", "cICP"],
]);

/** Code points of H.273 for sRGB: its primaries, its transfer function, RGB, full range. */
const srgbCodePoints = Buffer.from([1, 13, 0, 1]);

/** Whether palette and transparency are what the colour type allows, and the others have their lengths. */
export function hasSoundColours(chunks: readonly Chunk[], header: PngHeader): boolean {
  return (
    isSoundPalette(chunks, header) &&
    isSoundTransparency(chunks, header) &&
    hasLength(chunks, "gAMA", 4) &&
    hasLength(chunks, "sRGB", 1) &&
    hasLength(chunks, "cICP", 4)
  );
}

/** Whether it says by cICP that its colours are others than sRGB. No decoder that we have converts such. */
export function hasOtherCodePoints(chunks: readonly Chunk[]): boolean {
  const said = dataOf(chunks, "cICP");
  return said !== undefined && !said.equals(srgbCodePoints);
}

/** The exponent of its samples, unless a chunk of higher rank describes the colours. Undefined also for 0, which has no meaning. */
export function gammaOf(chunks: readonly Chunk[]): number | undefined {
  if (chunks.some(({ type }) => ["cICP", "iCCP", "sRGB"].includes(type))) return undefined;
  const data = dataOf(chunks, "gAMA");
  return (data?.length === 4 && data.readUInt32BE(0) / 100_000) || undefined;
}

function isSoundPalette(chunks: readonly Chunk[], { colour, depth }: PngHeader): boolean {
  const length = dataOf(chunks, "PLTE")?.length;
  if (length === undefined) return colour !== 3;
  const isAllowed = colour !== 0 && colour !== 4;
  const most = colour === 3 ? 2 ** depth : 256;
  return isAllowed && length > 0 && length % 3 === 0 && length / 3 <= most;
}

/** One colour of the picture is transparent, or entries of its palette, which comes first. */
function isSoundTransparency(chunks: readonly Chunk[], { colour }: PngHeader): boolean {
  const types = chunks.map(({ type }) => type);
  const length = dataOf(chunks, "tRNS")?.length;
  if (length === undefined) return true;
  if (colour === 0) return length === 2;
  if (colour === 2) return length === 6;
  const entries = (dataOf(chunks, "PLTE")?.length ?? 0) / 3;
  const isAfterPalette = types.indexOf("PLTE") < types.indexOf("tRNS");
  return colour === 3 && isAfterPalette && length <= entries;
}

function hasLength(chunks: readonly Chunk[], type: string, length: number): boolean {
  return (dataOf(chunks, type)?.length ?? length) === length;
}

function dataOf(chunks: readonly Chunk[], type: string): Buffer | undefined {
  return chunks.find((chunk) => chunk.type === type)?.data;
}
