/** Which characters a font has a glyph for, read from its file: the table `cmap` of OpenType, within WOFF 1. */
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";

/** @param file a .woff @returns code points */
export function charactersOf(file: string): Set<number> {
  const cmap = tableOf(readFileSync(file), "cmap");
  const characters = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + index * 8));
    if (subtable.readUInt16BE(0) === 4) addSegments(subtable, characters);
  }
  return characters;
}

function tableOf(woff: Buffer, name: string): Buffer {
  for (let entry = 44; entry < 44 + woff.readUInt16BE(12) * 20; entry += 20) {
    if (woff.toString("latin1", entry, entry + 4) !== name) continue;
    const numberAt = (at: number) => woff.readUInt32BE(entry + at);
    const [start, packed, size] = [numberAt(4), numberAt(8), numberAt(12)];
    const table = woff.subarray(start, start + packed);
    return packed < size ? inflateSync(table) : table;
  }
  throw new Error(`The font has no table ${name}.`);
}

/** Format 4: segments of consecutive characters, whose glyphs are counted or listed. */
function addSegments(subtable: Buffer, characters: Set<number>): void {
  const size = subtable.readUInt16BE(6);
  for (let at = 14; at < 14 + size; at += 2) {
    const [last, first] = [subtable.readUInt16BE(at), subtable.readUInt16BE(at + 2 + size)];
    const delta = subtable.readUInt16BE(at + 2 + 2 * size);
    const listAt = at + 2 + 3 * size;
    const list = subtable.readUInt16BE(listAt);
    for (let character = first; character <= last && character !== 0xffff; character++) {
      const glyph =
        list === 0
          ? (character + delta) & 0xffff
          : subtable.readUInt16BE(listAt + list + (character - first) * 2);
      if (glyph !== 0) characters.add(character);
    }
  }
}
