/** Reads what a PDF needs of a TrueType font in a WOFF 1.0 file (W3C): outlines, widths and the map of letters. */
import { inflateSync } from "node:zlib";

export interface TrueType {
  /** Of the whole font; a subset changes its counts and offsets. */
  readonly head: Buffer;
  readonly hhea: Buffer;
  readonly maxp: Buffer;
  readonly unitsPerEm: number;
  /** Undefined when the font has no such letter. */
  readonly glyphOf: (codePoint: number) => number | undefined;
  /** In units of the em. */
  readonly metricsOf: (glyph: number) => { readonly advance: number; readonly bearing: number };
  /** Its entry of the glyf table; empty for a blank. */
  readonly outlineOf: (glyph: number) => Buffer;
}

/** @throws Error when the file is no WOFF, lacks a table, or maps letters in another way than format 4 */
export function readWoff(file: Buffer): TrueType {
  const tables = tablesOf(file);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`The font has no table ${tag}.`);
    return found;
  };
  const [head, hhea, hmtx, glyf] = [table("head"), table("hhea"), table("hmtx"), table("glyf")];
  const offsetOf = offsets(table("loca"), head.readInt16BE(50) === 1);
  const lastMetric = hhea.readUInt16BE(34) - 1;
  return {
    head,
    hhea,
    maxp: table("maxp"),
    unitsPerEm: head.readUInt16BE(18),
    glyphOf: readCmap(table("cmap")),
    metricsOf: (glyph) => ({
      advance: hmtx.readUInt16BE(4 * Math.min(glyph, lastMetric)),
      bearing: hmtx.readInt16BE(
        glyph <= lastMetric ? 4 * glyph + 2 : 4 * (lastMetric + 1) + 2 * (glyph - lastMetric - 1),
      ),
    }),
    outlineOf: (glyph) => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)),
  };
}

function tablesOf(file: Buffer): Map<string, Buffer> {
  if (file.toString("latin1", 0, 4) !== "wOFF") throw new Error("The font is no WOFF 1.0 file.");
  const tables = new Map<string, Buffer>();
  for (let entry = 44; entry < 44 + 20 * file.readUInt16BE(12); entry += 20) {
    const offset = file.readUInt32BE(entry + 4);
    const stored = file.readUInt32BE(entry + 8);
    const length = file.readUInt32BE(entry + 12);
    const data = file.subarray(offset, offset + stored);
    const tag = file.toString("latin1", entry, entry + 4);
    tables.set(tag, stored < length ? inflateSync(data) : data);
  }
  return tables;
}

function offsets(loca: Buffer, isLong: boolean): (glyph: number) => number {
  return isLong
    ? (glyph) => loca.readUInt32BE(4 * glyph)
    : (glyph) => 2 * loca.readUInt16BE(2 * glyph);
}

/** Every letter of the Windows Unicode table, which is in segments (OpenType, cmap format 4). */
function readCmap(cmap: Buffer): (codePoint: number) => number | undefined {
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => 4 + 8 * index);
  const record = records.find((at) => cmap.readUInt32BE(at) === 0x3_0001);
  const table = cmap.subarray(record === undefined ? cmap.length : cmap.readUInt32BE(record + 4));
  if (table.length < 14 || table.readUInt16BE(0) !== 4)
    throw new Error("The font maps letters in an unknown way.");
  const segments = table.readUInt16BE(6);
  const glyphs = new Map<number, number>();
  for (let segment = 0; segment < segments; segment += 2) {
    const last = table.readUInt16BE(14 + segment);
    const column = (number: number) => table.readUInt16BE(16 + number * segments + segment);
    const [first, delta, range] = [column(1), column(2), column(3)];
    const rangeAt = 16 + 3 * segments + segment;
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const glyph = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - first));
      if (glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff);
    }
  }
  return (codePoint) => glyphs.get(codePoint);
}
