import { expect, test } from "vitest";
import type { Pixels } from "#shared/photo/pixels.ts";
import { measureTone, toneRules } from "#shared/photo/tone.ts";

type Color = readonly [red: number, green: number, blue: number, alpha?: number];

/** A hundred pixels wide and high: the head is in 28 to 72 by 16 to 62. */
const side = 100;
const isHead = (x: number, y: number) => x >= 28 && x < 72 && y >= 16 && y < 62;

function picture(colorAt: (x: number, y: number) => Color): Pixels {
  const data = new Uint8Array(4 * side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [red, green, blue, alpha = 255] = colorAt(x, y);
      data.set([red, green, blue, alpha], 4 * (y * side + x));
    }
  return { data, width: side, height: side };
}

const grey = (level: number): Color => [level, level, level];
const luma = ([red, green, blue]: Color) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

test("an even grey has its own brightness, and neither colour nor detail", () => {
  const tone = measureTone(picture(() => grey(100)));

  expect(tone?.luma).toBeCloseTo(100, 4);
  expect(tone).toMatchObject({ bright: 0, dark: 0, chroma: 0, tint: 0 });
  expect(tone?.detail).toBeCloseTo(0, 6);
});

test.each([
  ["white where the head is, black around it", 255, 0, { bright: 1, dark: 0 }],
  ["black where the head is, white around it", 0, 255, { bright: 0, dark: 1 }],
  ["as bright as is no glare", 248, 0, { bright: 0, dark: 0 }],
  ["glaring by one level", 249, 0, { bright: 1, dark: 0 }],
  ["as dark as is no shadow", 14, 255, { bright: 0, dark: 0 }],
  ["black by one level", 13, 255, { bright: 0, dark: 1 }],
])("a head that is %s", (_, head, around, tone) => {
  expect(measureTone(picture((x, y) => grey(isHead(x, y) ? head : around)))).toMatchObject(tone);
});

test("shares are of the head's pixels", () => {
  const tone = measureTone(picture((_, y) => grey(y < 27 ? 255 : y < 39 ? 0 : 128)));

  expect(tone?.bright).toBeCloseTo(11 / 46, 9);
  expect(tone?.dark).toBeCloseTo(12 / 46, 9);
  expect(tone?.luma).toBeCloseTo((11 * 255 + 23 * 128) / 46, 3);
});

test("the colour is the distance between the strongest and the weakest channel", () => {
  const tone = measureTone(picture((x) => (x % 2 ? [120, 90, 60] : [50, 100, 80])));

  expect(tone?.chroma).toBeCloseTo((60 + 50) / 2, 9);
});

test("the tint is the colour that brightness does not explain", () => {
  const colors = Array.from({ length: side * side }, (_, i): Color => {
    const noise = (salt: number) => Math.imul(i + salt, 2654435761) >>> 25;
    return [60 + noise(1), 40 + noise(7), 20 + noise(13)];
  });
  const head = colors.filter((_, i) => isHead(i % side, Math.floor(i / side)));
  const rest = (difference: (color: Color) => number) => {
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
    const [lumas, values] = [head.map(luma), head.map(difference)];
    const [middle, middleValue] = [mean(lumas), mean(values)];
    const slope =
      mean(lumas.map((own, i) => (own - middle) * ((values[i] ?? 0) - middleValue))) /
      mean(lumas.map((own) => (own - middle) ** 2));
    const line = (own: number) => middleValue + slope * (own - middle);
    return Math.sqrt(mean(lumas.map((own, i) => ((values[i] ?? 0) - line(own)) ** 2)));
  };

  const expected = rest(([red, green]) => red - green) + rest(([, green, blue]) => green - blue);
  const tone = measureTone(picture((x, y) => colors[y * side + x] ?? grey(0)));
  expect(expected).toBeGreaterThan(10);
  expect(tone?.tint).toBeCloseTo(expected, 2);
});

test.each([
  ["of mid grey", 118, 138],
  ["dark: not taken for blurred", 40, 48],
  ["almost black: no noise is taken for detail", 2, 6],
])("detail is how much a pixel differs from its neighbours, of a picture %s", (_, low, high) => {
  const tone = measureTone(picture((x, y) => grey((x + y) % 2 ? high : low)));

  const mean = (low + high) / 2;
  const variance = (4 * (high - low)) ** 2;
  expect(tone?.detail).toBeCloseTo(variance * (128 / Math.max(mean, 8)) ** 2, 0);
});

test("what stands beside the head's box is a neighbour, too", () => {
  const tone = measureTone(picture((x, y) => grey(isHead(x, y) ? 100 : 0)));

  // 44 x 46 pixels: each of an edge has one black neighbour, each of a corner two.
  const [count, edges, corners] = [44 * 46, 2 * (42 + 44), 4];
  const mean = -(100 * edges + 200 * corners) / count;
  const square = (100 ** 2 * edges + 200 ** 2 * corners) / count;
  expect(tone?.detail).toBeCloseTo((square - mean ** 2) * 1.28 ** 2, 1);
});

test.each([
  ["a clear pixel", 0],
  ["a pixel that is almost solid", 242],
])(
  "%s, and what stands within two pixels of it in its row and column, does not count",
  (_, alpha) => {
    const tone = measureTone(
      picture((x, y) => {
        const [dx, dy] = [Math.abs(x - 50), Math.abs(y - 40)];
        if (dx + dy === 0) return [100, 100, 100, alpha];
        const isNear = (dx === 2 && dy === 0) || (dx === 0 && dy === 2);
        return isNear ? grey(255) : grey(100);
      }),
    );

    expect(tone?.bright).toBe(0);
  },
);

test("a solid pixel counts from an alpha of 243", () => {
  const alpha = (value: number) => measureTone(picture(() => [100, 100, 100, value]));

  expect(alpha(243)).toBeDefined();
  expect(alpha(242)).toBeUndefined();
});

const sound = { luma: 120, bright: 0, dark: 0, chroma: 30, tint: 20, detail: 100 };

test.each([
  ["sharpness", { detail: 12 }, { detail: 11.9 }, "blurred", "figure", "min"],
  ["light", { luma: 40 }, { luma: 39.9 }, "too-dark", "level", "min"],
  ["light", { luma: 225 }, { luma: 225.1 }, "too-bright", "level", "max"],
  ["light", { bright: 0.25 }, { bright: 0.26 }, "overexposed", "share", "max"],
  ["light", { dark: 0.6 }, { dark: 0.61 }, "underexposed", "share", "max"],
  ["colour", { chroma: 9 }, { chroma: 8.9 }, "grey", "figure", "min"],
  ["colour", { tint: 4 }, { tint: 3.9 }, "tinted", "figure", "min"],
])("%s: %j is the limit, %j is %s", (rule, atTheLimit, beyond, code, unit, bound) => {
  const { find, codes } = toneRules.find((each) => each.rule === rule) ?? {};
  const [wanted] = Object.values(atTheLimit);
  const [measured] = Object.values(beyond);

  expect(codes).toContain(code);
  expect(find?.({ ...sound, ...atTheLimit })).toBeUndefined();
  expect(find?.({ ...sound, ...beyond })).toEqual({
    code,
    measurement: { unit, measured, wanted, bound },
  });
});

test("what is wrong is told in an order: what explains the rest comes first", () => {
  expect(toneRules.map(({ rule }) => rule)).toEqual(["sharpness", "light", "colour"]);
  const light = toneRules[1]?.find;
  expect(light?.({ ...sound, luma: 10, dark: 0.9 })?.code).toBe("too-dark");
});
