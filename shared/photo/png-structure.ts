/**
 * Reads a PNG's chunks without decoding a pixel (PNG 3, W3C 2025, clauses 5 and 11), so that no odd file reaches the decoder:
 * with broken checksums, chunks out of order, animations, unknown critical chunks, colours that it cannot convert.
 */
import { type Chunk, pngSignature, readChunks } from "./png-chunks.ts";
import { colourChunks, gammaOf, hasOtherCodePoints, hasSoundColours } from "./png-colours.ts";
import { headerOf, type PngHeader } from "./png-header.ts";
import { rowsProblem } from "./png-rows.ts";

/** What is wrong, as stable codes; `header` is there if it could be read. */
export interface PngStructure {
  readonly problems: readonly PngProblem[];
  readonly header?: PngHeader | undefined;
  /** The file as the decoder gets it: only what says something about the picture, so that no text or profile is a bomb. */
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
  | "unsupported-colours"
  | "too-many-chunks"
  | "inflates-too-far";

const knownCritical = new Set(["IHDR", "PLTE", "IDAT", "IEND"]);
const animation = new Set(["acTL", "fcTL", "fdAT"]);
const decoded = new Set([...knownCritical, "tRNS", "iCCP", "eXIf"]);
const once = new Set(["IHDR", "eXIf", ...colourChunks]);

export function inspectPng(bytes: Buffer): PngStructure {
  if (!bytes.subarray(0, pngSignature.length).equals(pngSignature))
    return { problems: ["not-png"], bytes };
  const { chunks, problem } = readChunks(bytes);
  const header = headerOf(chunks[0]);
  if (problem || !header) return { problems: [problem ?? "damaged"], header, bytes };
  return {
    problems: problemsOf(chunks, header),
    header,
    bytes: forDecoder(chunks),
    gamma: gammaOf(chunks),
  };
}

function problemsOf(chunks: readonly Chunk[], header: PngHeader): PngProblem[] {
  const types = chunks.map(({ type }) => type);
  const isSound = isInOrder(types) && hasSoundColours(chunks, header) && endsEmpty(chunks);
  const problems: readonly (PngProblem | false | undefined)[] = [
    isSound ? rowsProblem(chunks, header) : "damaged",
    types.some((type) => animation.has(type)) && "animated",
    // A chunk whose name begins with a capital is one that no decoder may skip.
    types.some((type) => /^[A-Z]/.test(type) && !knownCritical.has(type)) && "unknown-chunk",
    hasOtherCodePoints(chunks) && "unsupported-colours",
  ];
  return problems.filter((problem) => problem !== false && problem !== undefined);
}

function isInOrder(types: readonly string[]): boolean {
  const [firstData, lastData] = [types.indexOf("IDAT"), types.lastIndexOf("IDAT")];
  const isContiguous = types.slice(firstData, lastData + 1).every((type) => type === "IDAT");
  const isOnce = types.every((type, i) => !once.has(type) || types.indexOf(type) === i);
  const isBeforeData = types.slice(lastData).every((type) => !colourChunks.has(type));
  return firstData > 0 && isContiguous && isOnce && isBeforeData;
}

function endsEmpty(chunks: readonly Chunk[]): boolean {
  return chunks.at(-1)?.data.length === 0;
}

/** cICP outranks a profile, which the decoder would apply. */
function forDecoder(chunks: readonly Chunk[]): Buffer {
  const hasCodePoints = chunks.some(({ type }) => type === "cICP");
  const kept = chunks.filter(
    ({ type }) => decoded.has(type) && !(hasCodePoints && type === "iCCP"),
  );
  return Buffer.concat([pngSignature, ...kept.map(({ whole }) => whole)]);
}
