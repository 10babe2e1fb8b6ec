import { expect, test } from "vitest";
import { grow, type Polyline, ribbon, rosette } from "#shared/render/guilloche.ts";

const pointsOf = (line: Polyline) =>
  Array.from({ length: line.length / 2 }, (_, at) => [line[2 * at] ?? 0, line[2 * at + 1] ?? 0]);

test("each loop of a rosette is a wave and its third harmonic around a ring, turned by its share", () => {
  const [x, y, radius, middle, swing, petals, loops, phase] = [50, 40, 30, 0.6, 0.3, 7, 4, 0.2];
  const lines = rosette({ x, y, radius, middle, swing, petals, loops, phase });

  expect(lines.map((line) => line.length)).toEqual(Array(loops).fill(2 * (7 * 24 + 1)));
  for (const [loop, line] of lines.entries())
    for (const [at, [atX = 0, atY = 0]] of pointsOf(line).entries()) {
      const angle = (at / (7 * 24)) * 2 * Math.PI + phase;
      const shift = (loop / loops) * 2 * Math.PI;
      const wave = Math.cos(petals * angle + shift) + 0.28 * Math.cos(3 * petals * angle - shift);
      const distance = radius * (middle + (swing * wave) / 1.28);
      expect(atX).toBeCloseTo(x + distance * Math.cos(angle), 9);
      expect(atY).toBeCloseTo(y + distance * Math.sin(angle), 9);
    }
});

test("a rosette of few petals is round all the same", () => {
  const few = { x: 0, y: 0, radius: 1, middle: 1, swing: 0, petals: 3, loops: 1, phase: 0 };

  expect(rosette(few).map((line) => line.length)).toEqual([2 * 121]);
});

test("the lines of a ribbon go from one wave to the other, from edge to edge", () => {
  const [width, y, height, phase] = [144, 20, 5, 0.4];
  const lines = ribbon({ width, y, height, lines: 3, waves: [2, 3], phase });
  const upper = (share: number) => height * Math.sin(2 * share * 2 * Math.PI + phase);
  const lower = (share: number) => height * Math.sin(3 * share * 2 * Math.PI - phase + 1);

  expect(lines.map((line) => line.length)).toEqual([146, 146, 146]);
  for (const [index, line] of lines.entries())
    for (const [at, [atX = 0, atY = 0]] of pointsOf(line).entries()) {
      const share = at / 72;
      const part = index / 2;
      expect(atX).toBeCloseTo(share * width, 9);
      expect(atY).toBeCloseTo(y + upper(share) * part + lower(share) * (1 - part), 9);
    }
});

test("a ribbon of one line is the lower wave", () => {
  const [line] = ribbon({ width: 72, y: 0, height: 1, lines: 1, waves: [1, 1], phase: 0 });

  expect(line?.[1]).toBeCloseTo(Math.sin(1), 9);
});

test.each([
  ["00000000", [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]],
  ["00000000ffff", [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]],
])(
  "numbers are grown as mulberry32 grows them, from the first eight digits: %s",
  (seed, numbers) => {
    const next = grow(seed);

    expect([next(), next(), next()]).toEqual(numbers);
  },
);

test("a seed above 31 bits grows numbers from 0 to 1 too", () => {
  const next = grow("9b1e5a70");
  const numbers = Array.from({ length: 1000 }, next);

  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(new Set(numbers).size).toBe(1000);
});
