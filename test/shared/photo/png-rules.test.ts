/** What PNG 3 says about depth, palette, transparency, filters and colours, in files that are sound in all else. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodePhoto } from "#shared/photo/decode-photo.ts";
import { inspectPng } from "#shared/photo/png-structure.ts";
import { chunk, end, header, png, rowsOf, uint32 } from "../../support/build-png.ts";

const bytes = (length: number) => Buffer.alloc(length);
const palette = (entries: number) => chunk("PLTE", bytes(3 * entries));
const transparency = (length: number) => chunk("tRNS", bytes(length));
/** Two rows of two pixels, all 0. */
const rows = (bitsPerPixel = 32) => rowsOf(bytes(2 * (1 + Math.ceil((2 * bitsPerPixel) / 8))));

const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const pairs = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((colour) =>
  [0, 1, 2, 3, 4, 8, 16, 32].map((depth) => ({ colour, depth })),
);

test.each(pairs)("colour type $colour at depth $depth", async ({ colour, depth }) => {
  const bits = (samples[colour] ?? 1) * depth;
  const before = colour === 3 ? [palette(2)] : [];
  const structure = inspectPng(png(header({ colour, depth }), ...before, rows(bits), end));
  const isSound = depths[colour]?.includes(depth) === true;

  expect(structure.problems).toEqual(isSound ? [] : ["damaged"]);
  if (isSound) expect(await decodePhoto(structure)).toMatchObject({ width: 2, height: 2 });
});

const grey = header({ colour: 0 });
const rgb = header({ colour: 2 });
const indexed = header({ colour: 3 });
const fourColours = header({ colour: 3, depth: 2 });
const greyAlpha = header({ colour: 4 });

test.each<[string, Buffer[]]>([
  ["a palette of 256", [indexed, palette(256), rows(8)]],
  ["a palette as large as its depth allows", [fourColours, palette(4), rows(2)]],
  ["a palette that only suggests colours", [header({}), palette(7), rows()]],
  ["transparency of the whole palette", [indexed, palette(3), transparency(3), rows(8)]],
  ["a transparent grey", [grey, transparency(2), rows(8)]],
  ["a transparent colour", [rgb, transparency(6), rows(24)]],
  ["data in several chunks, one of them empty", [header({}), chunk("IDAT"), rows()]],
  ["a private chunk", [header({}), chunk("prIv"), rows(), chunk("prIv")]],
])("%s is sound", async (_, chunks) => {
  const structure = inspectPng(png(...chunks, end));

  expect(structure.problems).toEqual([]);
  expect(await decodePhoto(structure)).toMatchObject({ width: 2, height: 2 });
});

test.each<[string, Buffer[]]>([
  ["palette colours without a palette", [indexed, rows(8)]],
  ["an empty palette", [indexed, palette(0), rows(8)]],
  ["a palette of 257", [indexed, palette(257), rows(8)]],
  ["a palette larger than its depth", [fourColours, palette(5), rows(2)]],
  ["a palette cut within a colour", [indexed, chunk("PLTE", bytes(7)), rows(8)]],
  ["a palette of greys", [grey, palette(2), rows(8)]],
  ["a palette of greys with alpha", [greyAlpha, palette(2), rows(16)]],
  ["two palettes", [indexed, palette(2), palette(2), rows(8)]],
  ["a palette behind the data", [indexed, rows(8), palette(2)]],
  ["transparency before the palette", [indexed, transparency(1), palette(2), rows(8)]],
  ["more transparency than palette", [indexed, palette(2), transparency(3), rows(8)]],
  ["transparency beside alpha", [header({}), transparency(6), rows()]],
  ["a transparent grey of three bytes", [grey, transparency(3), rows(8)]],
  ["a transparent colour of two bytes", [rgb, transparency(2), rows(24)]],
  ["two transparencies", [grey, transparency(2), transparency(2), rows(8)]],
  ["transparency behind the data", [grey, rows(8), transparency(2)]],
  ["a gamma of three bytes", [header({}), chunk("gAMA", bytes(3)), rows()]],
  ["two gammas", [header({}), chunk("gAMA", uint32(1)), chunk("gAMA", uint32(2)), rows()]],
  ["a gamma behind the data", [header({}), rows(), chunk("gAMA", uint32(45_455))]],
  ["code points of five bytes", [header({}), chunk("cICP", bytes(5)), rows()]],
  ["two EXIFs", [header({}), chunk("eXIf"), rows(), chunk("eXIf")]],
  ["a name with a digit", [header({}), chunk("te1t"), rows()]],
  ["a name with a blank", [header({}), chunk("te t"), rows()]],
  ["a name whose reserved bit is set", [header({}), chunk("text"), rows()]],
  ["no width", [header({ width: 0 }), rows()]],
  ["no height", [header({ height: 0 }), rows()]],
  ["a side of more than 31 bits", [header({ width: 2 ** 31 }), rows()]],
  ["an interlacing that nobody knows", [header({ interlace: 2 }), rows()]],
])("%s: the file is damaged", (_, chunks) => {
  expect(inspectPng(png(...chunks, end)).problems).toContain("damaged");
});

test("an end chunk that holds something: the file is damaged", () => {
  const noisyEnd = chunk("IEND", bytes(1));
  expect(inspectPng(png(header({}), rows(), noisyEnd)).problems).toEqual(["damaged"]);
});

describe("a row's filter", () => {
  const filtered = (filter: number, at: number, length: number, interlace = 0) => {
    const data = bytes(length);
    data[at] = filter;
    return inspectPng(png(header({ interlace }), rowsOf(data), end));
  };

  test.each([0, 1, 2, 3, 4])("%i is one", async (filter) => {
    const structure = filtered(filter, 9, 18);
    expect(structure.problems).toEqual([]);
    expect(await decodePhoto(structure)).toMatchObject({ width: 2 });
  });

  test.each([5, 9, 255])("%i is none, in the last row either", (filter) => {
    expect(filtered(filter, 9, 18).problems).toEqual(["damaged"]);
  });

  // Of 2x2 pixels there are three passes with something in them: 1x1, 1x1, 2x1.
  test.each([0, 5, 10])("is looked for in each pass of an interlaced picture, at %i", (at) => {
    expect(filtered(4, at, 19, 1).problems).toEqual([]);
    expect(filtered(5, at, 19, 1).problems).toEqual(["damaged"]);
    expect(filtered(5, at + 1, 19, 1).problems).toEqual([]);
  });
});

describe("colours by code points", () => {
  const cicp = (...points: number[]) => chunk("cICP", Buffer.from(points));
  const inspected = (...chunks: Buffer[]) => inspectPng(png(header({}), ...chunks, rows(), end));

  test("of sRGB are its own, whatever gamma or profile stands beside them", () => {
    const structure = inspected(cicp(1, 13, 0, 1), chunk("gAMA", uint32(100_000)), chunk("iCCP"));

    expect(structure).toMatchObject({ problems: [], gamma: undefined });
    expect(structure.bytes.includes("iCCP")).toBe(false);
  });

  test.each([
    ["BT.2100 PQ", [9, 16, 0, 1]],
    ["BT.2100 HLG", [9, 18, 0, 1]],
    ["Display P3", [12, 13, 0, 1]],
    ["BT.709", [1, 1, 0, 1]],
    ["sRGB in the narrow range", [1, 13, 0, 0]],
    ["sRGB by a matrix", [1, 13, 1, 1]],
  ])("of %s are refused by name", (_, points) => {
    expect(inspected(cicp(...points)).problems).toEqual(["unsupported-colours"]);
  });
});

test("all that is wrong with a file is told at once", () => {
  const chunks = [chunk("acTL"), chunk("EVIL"), chunk("cICP", Buffer.from([9, 16, 0, 1]))];
  const { problems } = inspectPng(png(header({}), ...chunks, rowsOf(bytes(19)), end));

  expect(problems).toEqual([
    "inflates-too-far",
    "animated",
    "unknown-chunk",
    "unsupported-colours",
  ]);
});

test("the decoder gets the picture alone: no text, no time, nothing private", () => {
  const sound = png(header({}), rows(), end);
  const extra = [chunk("tEXt"), chunk("zTXt"), chunk("iTXt"), chunk("tIME"), chunk("prIv")];

  expect(inspectPng(png(header({}), ...extra, rows(), end, Buffer.from("more"))).bytes).toEqual(
    sound,
  );
});

test("whatever passes its structure is decoded", async () => {
  const isSound = ([colour, depth]: readonly [number, number]) => depths[colour]?.includes(depth);
  const pair = fc.constantFrom(...pairs.map((p) => [p.colour, p.depth] as const).filter(isSound));
  const names = ["PLTE", "tRNS", "gAMA", "sRGB", "iCCP", "cHRM", "eXIf", "bKGD", "sBIT", "hIST"];
  const extra = fc
    .tuple(fc.constantFrom(...names), fc.uint8Array({ maxLength: 12 }))
    .map(([name, data]) => chunk(name, data));
  const side = fc.integer({ min: 1, max: 9 });
  const filters = fc.infiniteStream(fc.nat({ max: 4 }));
  let decoded = 0;
  await fc.assert(
    fc.asyncProperty(
      pair,
      fc.array(extra, { maxLength: 3 }),
      side,
      side,
      filters,
      async ([colour, depth], extras, width, height, filter) => {
        const rowBytes = Math.ceil((width * (samples[colour] ?? 1) * depth) / 8);
        const data = Array.from({ length: height }, () => [
          Number(filter.next().value),
          ...bytes(rowBytes),
        ]);
        const before = colour === 3 ? [palette(2), ...extras] : extras;
        const picture = rowsOf(Buffer.from(data.flat()));
        const structure = inspectPng(
          png(header({ width, height, colour, depth }), ...before, picture, end),
        );
        if (structure.problems.length > 0) return;
        decoded += 1;
        expect(await decodePhoto(structure)).toMatchObject({ width, height });
      },
    ),
    { numRuns: 1000, seed: 14 },
  );

  expect(decoded).toBeGreaterThan(300);
});
