import type { TrueType } from "./true-type.ts";

interface Glyph {
  readonly source: TrueType;
  readonly id: number;
  /** Undefined for parts of other glyphs, and for the box that replaces missing letters. */
  readonly codePoint?: number;
}

export interface UsedGlyph {
  /** Four hex digits: its number in the subset. */
  readonly code: string;
  /** In thousandths of the em. */
  readonly width: number;
}

/** Flags of a part of a composite glyph (OpenType, glyf). */
const wordArguments = 0x1;
const hasScale = 0x8;
const moreParts = 0x20;
const hasTwoScales = 0x40;
const hasMatrix = 0x80;

/**
 * A font with only the used letters, from files of one design (the npm package has one file for each script).
 * Glyphs are numbered in the order of their first use, so equal texts make equal fonts.
 */
export class SubsetFont {
  readonly #sources: readonly [TrueType, ...TrueType[]];
  /** The glyph for missing letters. */
  readonly #box: Glyph;
  readonly #glyphs: Glyph[];
  readonly #used: Map<string, UsedGlyph>;

  /** @param sources a letter comes from the first one that has it @param begun see copy */
  constructor(sources: readonly [TrueType, ...TrueType[]], begun?: SubsetFont) {
    this.#sources = sources;
    this.#box = begun ? begun.#box : { source: sources[0], id: 0 };
    this.#glyphs = begun ? [...begun.#glyphs] : [this.#box];
    this.#used = new Map(begun ? begun.#used : []);
  }

  /** Another font that has these letters already. */
  copy(): SubsetFont {
    return new SubsetFont(this.#sources, this);
  }

  /** How many glyphs it has. */
  get size(): number {
    return this.#glyphs.length;
  }

  /** The letter's glyph; the empty box when no file has it. */
  use(letter: string): UsedGlyph {
    const known = this.#used.get(letter);
    if (known) return known;
    const codePoint = letter.codePointAt(0) ?? 0;
    const source = this.#sources.find(({ glyphOf }) => glyphOf(codePoint) !== undefined);
    const id = source?.glyphOf(codePoint);
    const glyph = source && id !== undefined ? { source, id, codePoint } : this.#box;
    const number = glyph === this.#box ? 0 : this.#add(glyph);
    const used = { code: number.toString(16).padStart(4, "0"), width: widthOf(glyph) };
    this.#used.set(letter, used);
    return used;
  }

  /** The widths of all glyphs in their order, in thousandths of the em. */
  get widths(): readonly number[] {
    return this.#glyphs.map(widthOf);
  }

  /** The characters of all glyphs in their order. */
  get codePoints(): readonly (number | undefined)[] {
    return this.#glyphs.map(({ codePoint }) => codePoint);
  }

  /** The font program, without names and the map of letters, which the PDF has itself. */
  build(): Buffer {
    // The loop also visits the parts that a composite glyph adds to the list.
    const outlines: Buffer[] = [];
    for (let index = 0; index < this.#glyphs.length; index++) {
      const glyph = this.#glyphs[index];
      if (glyph) outlines.push(padded(this.#outlineOf(glyph)));
    }
    const [first] = this.#sources;
    const head = Buffer.from(first.head);
    const hhea = Buffer.from(first.hhea);
    const maxp = Buffer.from(first.maxp);
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    hhea.writeUInt16BE(outlines.length, 34);
    maxp.writeUInt16BE(outlines.length, 4);
    return sfnt({
      glyf: Buffer.concat(outlines),
      head,
      hhea,
      hmtx: this.#hmtx(),
      loca: loca(outlines),
      maxp,
    });
  }

  #add(glyph: Glyph): number {
    return this.#glyphs.push(glyph) - 1;
  }

  #hmtx(): Buffer {
    const table = Buffer.alloc(4 * this.#glyphs.length);
    for (const [index, { source, id }] of this.#glyphs.entries()) {
      const { advance, bearing } = source.metricsOf(id);
      table.writeUInt16BE(advance, 4 * index);
      table.writeInt16BE(bearing, 4 * index + 2);
    }
    return table;
  }

  /** A letter with a mark is two glyphs put together, which have other numbers in the subset. */
  #outlineOf({ source, id }: Glyph): Buffer {
    const outline = source.outlineOf(id);
    if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
    const composite = Buffer.from(outline);
    let at = 10;
    let flags = moreParts;
    while (flags & moreParts) {
      flags = composite.readUInt16BE(at);
      composite.writeUInt16BE(this.#partOf(source, composite.readUInt16BE(at + 2)), at + 2);
      at += 4 + (flags & wordArguments ? 4 : 2) + scaleBytes(flags);
    }
    return composite;
  }

  #partOf(source: TrueType, id: number): number {
    const known = this.#glyphs.findIndex((glyph) => glyph.source === source && glyph.id === id);
    return known >= 0 ? known : this.#add({ source, id });
  }
}

function widthOf({ source, id }: Glyph): number {
  return Math.round((1000 * source.metricsOf(id).advance) / source.unitsPerEm);
}

function scaleBytes(flags: number): number {
  if (flags & hasScale) return 2;
  if (flags & hasTwoScales) return 4;
  return flags & hasMatrix ? 8 : 0;
}

function loca(outlines: readonly Buffer[]): Buffer {
  const table = Buffer.alloc(4 * (outlines.length + 1));
  let end = 0;
  for (const [index, { length }] of outlines.entries()) {
    end += length;
    table.writeUInt32BE(end, 4 * (index + 1));
  }
  return table;
}

/** @param tables by tag, in the order of tags */
function sfnt(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables);
  const header = Buffer.alloc(12 + 16 * entries.length);
  const log = Math.floor(Math.log2(entries.length));
  header.writeUInt32BE(0x1_0000, 0);
  header.writeUInt16BE(entries.length, 4);
  header.writeUInt16BE(16 * 2 ** log, 6);
  header.writeUInt16BE(log, 8);
  header.writeUInt16BE(16 * (entries.length - 2 ** log), 10);
  let offset = header.length;
  for (const [index, [tag, table]] of entries.entries()) {
    const at = 12 + 16 * index;
    header.write(tag, at, "latin1");
    header.writeUInt32BE(checksum(table), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    offset += padded(table).length;
  }
  return Buffer.concat([header, ...entries.map(([, table]) => padded(table))]);
}

function checksum(table: Buffer): number {
  const words = padded(table);
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}

function padded(data: Buffer): Buffer {
  const missing = (4 - (data.length % 4)) % 4;
  return missing === 0 ? data : Buffer.concat([data, Buffer.alloc(missing)]);
}
