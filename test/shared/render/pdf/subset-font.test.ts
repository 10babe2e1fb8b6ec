import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { measure } from "#shared/render/fonts.ts";
import { SubsetFont } from "#shared/render/pdf/subset-font.ts";
import { readWoff } from "#shared/render/pdf/true-type.ts";

const fontOf = (script: string) =>
  readWoff(
    readFileSync(
      new URL(
        `../../../../node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-${script}-500-normal.woff`,
        import.meta.url,
      ),
    ),
  );
const [latin, extended] = [fontOf("latin"), fontOf("latin-ext")];

/** Tables of a TrueType file by tag. */
function tablesOf(font: Buffer): Map<string, Buffer> {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  return new Map(
    entries.map((at) => {
      const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
      return [font.toString("latin1", at, at + 4), font.subarray(offset, offset + length)];
    }),
  );
}

function outlinesOf(font: Buffer): Buffer[] {
  const tables = tablesOf(font);
  const [glyf, loca] = [tables.get("glyf"), tables.get("loca")];
  const count = tables.get("maxp")?.readUInt16BE(4) ?? 0;
  return Array.from({ length: count }, (_, glyph) =>
    Buffer.from(
      glyf?.subarray(loca?.readUInt32BE(4 * glyph), loca?.readUInt32BE(4 * glyph + 4)) ?? [],
    ),
  );
}

test("a letter keeps its outline and has the width that the canvas measures", () => {
  const font = new SubsetFont([latin, extended]);
  const used = [..."Siti 04"].map((letter) => [letter, font.use(letter)] as const);
  const outlines = outlinesOf(font.build());

  for (const [letter, { code, width }] of used) {
    const own = latin.outlineOf(latin.glyphOf(letter.codePointAt(0) ?? 0) ?? 0);
    expect(outlines[Number.parseInt(code, 16)]?.subarray(0, own.length)).toEqual(own);
    expect(width).toBeCloseTo(1000 * measure(letter, 500), -1);
  }
});

test("only the letters in use are in it, each once, and the box for none", () => {
  const font = new SubsetFont([latin, extended]);
  for (const letter of "NININI") font.use(letter);

  expect(font.use("N").code).toBe("0001");
  expect(outlinesOf(font.build())).toHaveLength(3);
});

test("a copy has the letters so far under the same numbers, and goes on apart", () => {
  const font = new SubsetFont([latin, extended]);
  const { code } = font.use("N");
  const copy = font.copy();
  copy.use("I");

  expect(copy.use("N").code).toBe(code);
  expect([font.size, copy.size]).toEqual([2, 3]);
});

test("a letter that the first file does not have comes from the next", () => {
  const font = new SubsetFont([latin, extended]);
  const { code, width } = font.use("Ž");

  expect(Number.parseInt(code, 16)).toBeGreaterThan(0);
  expect(width).toBeCloseTo(1000 * measure("Ž", 500), -1);
});

test("the parts of a letter with a mark are in the font, under the numbers it calls them by", () => {
  const font = new SubsetFont([latin, extended]);
  const { code } = font.use("é");
  const outlines = outlinesOf(font.build());
  const composite = outlines[Number.parseInt(code, 16)];
  const source = latin.outlineOf(latin.glyphOf(0xe9) ?? 0);

  expect(composite?.readInt16BE(0)).toBe(-1);
  const [part, original] = [composite?.readUInt16BE(12) ?? 0, source.readUInt16BE(12)];
  const own = latin.outlineOf(original);
  expect(part).not.toBe(original);
  expect(own.length).toBeGreaterThan(0);
  expect(outlines[part]?.subarray(0, own.length)).toEqual(own);
});

test("what no file has is the empty box", () => {
  expect(new SubsetFont([latin, extended]).use("漢").code).toBe("0000");
});

test("a file that is no WOFF is refused", () => {
  expect(() => readWoff(Buffer.from("wOF2"))).toThrow("The font is no WOFF 1.0 file.");
});
