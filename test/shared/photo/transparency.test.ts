import { expect, test } from "vitest";
import type { Pixels } from "#shared/photo/pixels.ts";
import { transparencyViolations } from "#shared/photo/transparency.ts";
import { aFace } from "../../support/photo/a-face.ts";

const side = 200;

/** Opaque within, and fading over four pixels to clear. @param inside in pixels, below 0 outside */
const fade = (inside: number) => Math.round(255 * Math.min(Math.max((inside + 2) / 4, 0), 1));
const ellipse = (x: number, y: number, [atX, atY, a, b]: readonly number[] = []) =>
  (1 - Math.hypot((x - (atX ?? 0)) / (a ?? 1), (y - (atY ?? 0)) / (b ?? 1))) *
  Math.min(a ?? 1, b ?? 1);

/** A head above shoulders that leave the picture below. */
const bust = (x: number, y: number) =>
  fade(Math.max(ellipse(x, y, [100, 75, 38, 45]), ellipse(x, y, [100, 215, 85, 110])));

function picture(alphaAt: (x: number, y: number) => number | undefined = () => undefined): Pixels {
  const data = new Uint8Array(4 * side * side);
  for (let i = 0; i < side * side; i++) {
    const [x, y] = [i % side, Math.floor(i / side)];
    data[4 * i + 3] = alphaAt(x, y) ?? bust(x, y);
  }
  return { data, width: side, height: side };
}

/** So many pixels, from the left and row by row, in a box. */
const some = (count: number, left: number, top: number, width: number, alpha: number) => {
  return (x: number, y: number) => {
    const [dx, dy] = [x - left, y - top];
    return dx >= 0 && dx < width && dy >= 0 && dy * width + dx < count ? alpha : undefined;
  };
};

/** Within the head. */
const face = aFace({ x: 100, y: 75, wide: 62, high: 76 });
const violations = (pixels: Pixels) => transparencyViolations(pixels, face);

test("a clean cut-out has nothing wrong", () => {
  expect(violations(picture())).toEqual([]);
});

const faint = 8;

test.each([
  [
    "corners-not-clear",
    "left",
    11,
    some(11, 6, 6, 12, faint),
    some(12, 6, 6, 12, faint),
    564 / 576,
  ],
  ["corners-not-clear", "right", 11, some(11, 182, 6, 12, 9), some(12, 182, 6, 12, 9), 564 / 576],
  ["top-not-clear", "middle", 6, some(6, 90, 0, 8, faint), some(7, 90, 0, 8, faint), 1193 / 1200],
  ["sides-not-clear", "left", 14, some(14, 0, 30, 6, faint), some(15, 0, 30, 6, faint), 465 / 480],
  ["sides-not-clear", "right", 14, some(14, 194, 30, 6, 9), some(15, 194, 30, 6, 9), 465 / 480],
])(
  "%s (%s): %d faint pixels are let pass, one more is told",
  (code, _, __, let_, told, measured) => {
    expect(violations(picture(let_))).toEqual([]);
    expect(violations(picture(told))).toMatchObject([
      { code, measurement: { unit: "share", measured, bound: "min" } },
    ]);
  },
);

test("an alpha below 8 is as clear as none", () => {
  expect(violations(picture(some(2000, 0, 0, 200, 7)))).toEqual([]);
});

/** All that the edges above allow, and everything below. */
const broad = (x: number, y: number) => {
  const [left, right, top] = [x - 10, 189 - x, y - 10];
  return fade(Math.max(Math.min(left, right, top, left + top - 28, right + top - 28), y - 82));
};

/** All of the head is as solid as this. */
const faintHead = (alpha: number) => (x: number, y: number) =>
  y < 125 ? Math.min(bust(x, y), alpha) : undefined;

/** A soft rectangle of the old wall, above the shoulders. */
const veil = (x: number, y: number) =>
  x >= 30 && x < 170 && y >= 26 && y < 120 ? Math.max(bust(x, y), 100) : undefined;

test.each([
  ["not-transparent", picture(() => 255), { measured: 0, wanted: 0.005, bound: "min" }],
  [
    "not-down-to-the-edge",
    picture((_, y) => (y >= 196 ? 0 : undefined)),
    { measured: 0, wanted: 0.3, bound: "min" },
  ],
  ["stray-pieces", picture(some(400, 165, 60, 20, 255)), { wanted: 0.9984, bound: "min" }],
  ["holes-in-person", picture(some(9, 100, 150, 3, 0)), { measured: 9 / 40_000, wanted: 0.0002 }],
  ["jagged-edge", picture((x, y) => (bust(x, y) >= 128 ? 255 : 0)), { measured: 0, wanted: 0.35 }],
  ["straight-cut", picture((x) => (x > 150 ? 0 : undefined)), { wanted: 0.09, bound: "max" }],
  ["head-not-solid", picture(faintHead(242)), { measured: 0, wanted: 0.9, bound: "min" }],
  ["veil-left", picture(veil), { wanted: 0.03, bound: "max" }],
])("%s is told alone, with what was measured", (code, pixels, measurement) => {
  expect(violations(pixels)).toMatchObject([{ code, measurement }]);
});

test.each([
  ["too-little-background", picture(broad), { wanted: 0.15, bound: "min" }],
  [
    "too-little-person",
    picture((x, y) => fade(ellipse(x, y, [100, 190, 30, 40]))),
    { wanted: 0.8, bound: "max" },
  ],
])("%s is told, with what was measured", (code, pixels, measurement) => {
  expect(violations(pixels)).toContainEqual({
    code,
    measurement: expect.objectContaining(measurement),
  });
});

test("a head as solid as 243 is solid", () => {
  expect(violations(picture(faintHead(243)))).toEqual([]);
});

test("holes that miss eight pixels together are let pass, however many pixels they soften", () => {
  expect(violations(picture(some(8, 100, 150, 4, 0)))).toEqual([]);
  expect(violations(picture(some(16, 100, 150, 4, 128)))).toEqual([]);
});

test.each([
  ["a flat peci on a pixel row is none", 255, 24],
  ["a soft one neither", 128, 24],
])("a straight cut is a long line: %s", (_, alpha, top) => {
  const peci = (x: number, y: number) => {
    if (x < 65 || x > 135 || y < top || y > 62) return undefined;
    return y === top ? alpha : 255;
  };

  expect(violations(picture(peci))).toEqual([]);
});

test("a head cut off flat is a straight cut", () => {
  const cut = picture((_, y) => (y < 60 ? 0 : undefined));

  expect(violations(cut)).toMatchObject([{ code: "straight-cut" }]);
});

test("teeth all over the picture are a jagged edge, however soft", () => {
  const [width, height] = [450, 575];
  const data = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    const isSpine = Math.floor(i / width) === height - 1;
    data[4 * i + 3] = isSpine ? 255 : (i % width) % 2 === 0 ? 128 : 0;
  }

  expect(violations({ data, width, height })).toEqual([{ code: "jagged-edge" }]);
});

test("all that is wrong is told at once", () => {
  const pixels = picture((x, y) => (x > 150 ? 0 : some(40, 100, 170, 5, 0)(x, y)));

  expect(violations(pixels).map(({ code }) => code)).toEqual(["holes-in-person", "straight-cut"]);
});
