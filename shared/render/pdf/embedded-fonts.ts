/** Plus Jakarta Sans as WOFF 1.0, whose outlines a PDF embeds. The canvas uses other files of the same font. */
import { readFileSync } from "node:fs";
import type { Measure, Weight } from "../fit-text.ts";
import { deflatedStream, type PdfWriter, type Reference, ref, type Stream } from "./pdf-writer.ts";
import { SubsetFont } from "./subset-font.ts";
import { readWoff, type TrueType } from "./true-type.ts";

/** For each weight the files in which a letter is looked for, in the order of the canvas's families. */
const files: Readonly<Record<Weight, readonly [URL, URL, URL]>> = {
  500: [
    new URL(
      "../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-500-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-500-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-vietnamese-500-normal.woff",
      import.meta.url,
    ),
  ],
  700: [
    new URL(
      "../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-700-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-700-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-vietnamese-700-normal.woff",
      import.meta.url,
    ),
  ],
  800: [
    new URL(
      "../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-800-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-ext-800-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-vietnamese-800-normal.woff",
      import.meta.url,
    ),
  ],
};

/** Letters of nearly all names. Every file has them, so that their outlines are cut and deflated only once. */
const usualLetters = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)),
  ..."·’–…",
];

/** The part of a font that a file contains. */
interface Embedding {
  readonly program: Stream;
  readonly letters: Stream;
  readonly widths: readonly number[];
}

interface UsualFont {
  readonly subset: SubsetFont;
  readonly embedding: Embedding;
}

/** Makes the usual subset of a weight when a file first asks for it, and caches it. */
export class EmbeddedFonts {
  readonly #usual = new Map<Weight, UsualFont>();
  readonly #measured = new Map<Weight, SubsetFont>();

  /** The widths of the letters alone, for who draws texts without the canvas and its kerning. */
  readonly measure: Measure = (text, weight) => {
    const font = this.#measured.get(weight) ?? this.subsetOf(weight);
    this.#measured.set(weight, font);
    return [...text].reduce((sum, letter) => sum + font.use(letter).width, 0) / 1000;
  };

  /** A subset with the usual letters of the weight; others are added when they are used. */
  subsetOf(weight: Weight): SubsetFont {
    return this.#usualOf(weight).subset.copy();
  }

  /**
   * Puts a subset into the file as a composite font whose codes are glyph numbers of two bytes (ISO 32000-1, 9.7).
   * @param weight for the name, which readers show in the list of fonts
   */
  add(writer: PdfWriter, font: SubsetFont, weight: Weight): Reference {
    const usual = this.#usualOf(weight);
    const { program, letters, widths } =
      font.size > usual.subset.size ? embed(font) : usual.embedding;
    // Six letters mark it as a subset (9.6.4); they may be the same in all files.
    const name = `/KARTUA+PlusJakartaSans-${weight}`;
    const file = writer.addStream(program);
    const descriptor = writer.add(
      `<< /Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [-200 -300 1300 1100] /ItalicAngle 0 ` +
        `/Ascent 1038 /Descent -222 /CapHeight 700 /StemV ${Math.round(weight / 6)} /FontFile2 ${ref(file)} >>`,
    );
    const descendant = writer.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDToGIDMap /Identity /FontDescriptor ${ref(descriptor)} ` +
        `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [0 [${widths.join(" ")}]] >>`,
    );
    const toLetters = writer.addStream(letters);
    return writer.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H ` +
        `/DescendantFonts [${ref(descendant)}] /ToUnicode ${ref(toLetters)} >>`,
    );
  }

  #usualOf(weight: Weight): UsualFont {
    const usual = this.#usual.get(weight) ?? makeUsual(weight);
    this.#usual.set(weight, usual);
    return usual;
  }
}

function makeUsual(weight: Weight): UsualFont {
  const [latin, extended, more] = files[weight];
  const subset = new SubsetFont([load(latin), load(extended), load(more)]);
  for (const letter of usualLetters) subset.use(letter);
  return { subset, embedding: embed(subset.copy()) };
}

function load(file: URL): TrueType {
  return readWoff(readFileSync(file));
}

function embed(font: SubsetFont): Embedding {
  const program = font.build();
  return {
    program: deflatedStream(`/Length1 ${program.length}`, program),
    letters: deflatedStream("", Buffer.from(toUnicode(font), "latin1")),
    widths: font.widths,
  };
}

/** Maps glyphs to characters, so that text can be searched and copied (9.10.3). A block has at most 100 lines. */
function toUnicode({ codePoints }: SubsetFont): string {
  const lines = codePoints.flatMap((codePoint, glyph) =>
    codePoint === undefined
      ? []
      : [`<${glyph.toString(16).padStart(4, "0")}> <${utf16(codePoint)}>`],
  );
  const blocks: string[] = [];
  for (let first = 0; first < lines.length; first += 100) {
    const block = lines.slice(first, first + 100);
    blocks.push(`${block.length} beginbfchar`, ...block, "endbfchar");
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}

function utf16(codePoint: number): string {
  return Buffer.from(String.fromCodePoint(codePoint), "utf16le").swap16().toString("hex");
}
