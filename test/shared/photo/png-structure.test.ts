import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { inspectPng } from "#shared/photo/png-structure.ts";
import { chunk, end, header, png, rowsOf } from "../../support/build-png.ts";

const pixels = (bytes: number) => rowsOf(Buffer.alloc(bytes));
/** Two rows of two RGBA pixels, each with its filter byte. */
const rows = pixels(2 * (1 + 2 * 4));

test("a plain PNG is right, and its header is read", () => {
  const bytes = png(header({}), rows, end);

  expect(inspectPng(bytes)).toEqual({
    problems: [],
    header: { width: 2, height: 2, depth: 8, colour: 6, isInterlaced: false },
    bytes,
    gamma: undefined,
  });
});

test("what lies behind the end is dropped", () => {
  const bytes = png(header({}), rows, end);

  expect(inspectPng(Buffer.concat([bytes, Buffer.from("an older picture")]))).toMatchObject({
    problems: [],
    bytes,
  });
});

const gamma = (value: number) => chunk("gAMA", Buffer.from(Uint32Array.of(value).buffer).swap32());

test.each([
  ["says nothing", [], undefined],
  ["has the usual gamma", [gamma(45_455)], 0.45455],
  ["is linear", [gamma(100_000)], 1],
  ["has a gamma that means nothing", [gamma(0)], undefined],
  ["is of sRGB all the same", [gamma(100_000), chunk("sRGB", Buffer.alloc(1))], undefined],
  ["has a profile that says more", [gamma(100_000), chunk("iCCP", Buffer.alloc(1))], undefined],
])("a file that %s is read so", (_, chunks, expected) => {
  expect(inspectPng(png(header({}), ...chunks, rows, end)).gamma).toBe(expected);
});

test("an interlaced one is right when it holds exactly its seven passes", () => {
  const passes = 1 + 4 + 1 + 4 + 1 + 2 * 4;
  expect(inspectPng(png(header({ interlace: 1 }), pixels(passes), end)).problems).toEqual([]);
  expect(inspectPng(png(header({ interlace: 1 }), pixels(passes + 1), end)).problems).toEqual([
    "inflates-too-far",
  ]);
});

test("interlaced ones of all small sizes, as a foreign encoder writes them, are right", async () => {
  for (const width of [1, 2, 3, 4, 5, 8, 9])
    for (const height of [1, 2, 3, 4, 5, 8, 9]) {
      const create = { width, height, channels: 3, background: "red" } as const;
      const bytes = await sharp({ create }).png({ progressive: true }).toBuffer();
      const { problems, header } = inspectPng(bytes);

      expect({ width, height, problems, isInterlaced: header?.isInterlaced }).toEqual({
        ...{ width, height, problems: [], isInterlaced: true },
      });
    }
});

test("what has more pixels than a photo is not inflated: its size is judged by its header", () => {
  const isLong = png(header({ width: 451, height: 575 }), pixels(9), end);
  const isAtTheLimit = png(header({ width: 450, height: 575 }), pixels(9), end);

  expect(inspectPng(isLong)).toMatchObject({ problems: [], header: { width: 451 } });
  expect(inspectPng(isAtTheLimit).problems).toEqual(["damaged"]);
});

test.each([
  ["something else", Buffer.from("GIF89a and so on, and on, and on"), "not-png"],
  [
    "an SVG that says it is a PNG",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "not-png",
  ],
  ["a flipped bit", flip(png(header({}), rows, end), 20), "damaged"],
  ["a file cut off", png(header({}), rows, end).subarray(0, 60), "damaged"],
  ["no picture data", png(header({}), end), "damaged"],
  ["two headers", png(header({}), header({}), rows, end), "damaged"],
  ["picture data in two places", png(header({}), rows, chunk("tEXt"), rows, end), "damaged"],
  ["an unheard-of colour type", png(header({ colour: 5 }), rows, end), "damaged"],
  ["an animation", png(header({}), chunk("acTL", Buffer.alloc(8)), rows, end), "animated"],
  ["a frame of an animation", png(header({}), chunk("fcTL"), rows, end), "animated"],
  ["pictures of an animation", png(header({}), rows, chunk("fdAT"), end), "animated"],
  ["an unknown critical chunk", png(header({}), chunk("EVIL"), rows, end), "unknown-chunk"],
  ["a bomb", png(header({}), pixels(50_000_000), end), "inflates-too-far"],
  ["too few rows", png(header({}), pixels(9), end), "damaged"],
  [
    "thousands of chunks",
    png(header({}), ...Array.from({ length: 5000 }, () => chunk("tEXt")), rows, end),
    "too-many-chunks",
  ],
])("%s is refused", (_what, bytes, problem) => {
  expect(inspectPng(bytes).problems).toEqual([problem]);
});

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

test("no bytes make it throw, and no change of a byte goes unnoticed", () => {
  const right = png(header({}), rows, end);
  fc.assert(
    fc.property(
      fc.nat({ max: right.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, change) => {
        const changed = Buffer.from(right);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(inspectPng(changed).problems).not.toEqual([]);
      },
    ),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(inspectPng(png(Buffer.from(bytes))).problems).not.toEqual([]);
    }),
  );
});
