import { expect, test } from "vitest";
import { type Coverage, coverageOf, inkLines } from "#shared/render/fine-lines.ts";
import { rosette } from "#shared/render/guilloche.ts";

const size = { width: 40, height: 30 };
const thickness = 0.8;
const full = Math.floor(255 * thickness);

function line(...points: readonly number[]): Float64Array {
  return Float64Array.from(points);
}

function shareAt({ left, top, width, height, shares }: Coverage, x: number, y: number): number {
  const [column, row] = [x - left, y - top];
  if (column < 0 || row < 0 || column >= width || row >= height) return 0;
  return shares[row * width + column] ?? 0;
}

test("a line through the middle of a row covers that row alone", () => {
  const coverage = coverageOf({ lines: [line(5, 10.5, 15, 10.5)], thickness }, size);

  expect([9, 10, 11].map((y) => shareAt(coverage, 8, y))).toEqual([0, full, 0]);
  expect([3, 17].map((x) => shareAt(coverage, x, 10))).toEqual([0, 0]);
});

test("a line between two columns shares its ink among them", () => {
  const coverage = coverageOf({ lines: [line(20, 5, 20, 25)], thickness }, size);

  expect([18, 19, 20, 21].map((x) => shareAt(coverage, x, 12))).toEqual([
    0,
    Math.floor(full / 2),
    Math.floor(full / 2),
    0,
  ]);
});

test("where lines cross they do not add up", () => {
  const cross = [line(5, 10.5, 35, 10.5), line(20.5, 2, 20.5, 28)];
  const coverage = coverageOf({ lines: cross, thickness }, size);

  expect(Math.max(...coverage.shares)).toBe(full);
});

test("a line has no gap where it turns", () => {
  const ring = { x: 60, y: 60, radius: 50, middle: 0.8, swing: 0.2, petals: 5, phase: 0.3 };
  const [loop = line()] = rosette({ ...ring, loops: 1 });
  const coverage = coverageOf({ lines: [loop], thickness }, { width: 120, height: 120 });

  for (let at = 0; at < loop.length; at += 2) {
    const [x, y] = [Math.floor(loop[at] ?? 0), Math.floor(loop[at + 1] ?? 0)];
    const around = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].map((dy) => shareAt(coverage, x + dx, y + dy)),
    );
    expect(around.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(1.5 * full);
  }
});

test("what is outside the face is left out", () => {
  const lines = [line(-50, 5.5, 90, 5.5), line(50, 50, 60, 60)];
  const coverage = coverageOf({ lines, thickness }, size);

  expect(coverage.left).toBe(0);
  expect(coverage.left + coverage.width).toBe(size.width);
  expect(coverage.top + coverage.height).toBeLessThanOrEqual(size.height);
  expect([0, 39].map((x) => shareAt(coverage, x, 5))).toEqual([full, full]);
});

test("ink lies on pixels as far as it covers them, within the columns it may touch", () => {
  const data = Buffer.alloc(4 * size.width * size.height, 255);
  const coverage = coverageOf({ lines: [line(0, 10.5, 40, 10.5)], thickness: 1 }, size);
  inkLines({ ...size, data }, coverage, { color: "#FF0080", opacity: 0.5 }, () => [4, 6]);

  const row = (x: number, y: number) => [...data.subarray(4 * (y * 40 + x), 4 * (y * 40 + x) + 4)];
  expect([3, 4, 5, 6].map((x) => row(x, 10))).toEqual([
    [255, 255, 255, 255],
    [255, 127, 191, 255],
    [255, 127, 191, 255],
    [255, 255, 255, 255],
  ]);
  expect(row(5, 9)).toEqual([255, 255, 255, 255]);
});
