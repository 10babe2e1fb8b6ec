import { expect, test } from "vitest";
import { eachSpan, type Span } from "#shared/vision/polygon.ts";

const size = { width: 10, height: 8 };

function spansOf(
  ...corners: readonly (readonly [number, number])[]
): (readonly [number, ...Span])[] {
  const spans: (readonly [number, ...Span])[] = [];
  const polygon = corners.map(([x, y]) => ({ x, y }));
  eachSpan(polygon, size, (y, [from, to]) => spans.push([y, from, to]));
  return spans;
}

test("a pixel belongs to a polygon when its middle does", () => {
  expect(spansOf([2, 1], [5, 1], [5, 3], [2, 3])).toEqual([
    [1, 2, 5],
    [2, 2, 5],
  ]);
  expect(spansOf([2.4, 1.4], [4.6, 1.4], [4.6, 2.6], [2.4, 2.6])).toEqual([
    [1, 2, 5],
    [2, 2, 5],
  ]);
  expect(spansOf([2.6, 1.6], [4.4, 1.6], [4.4, 2.4], [2.6, 2.4])).toEqual([]);
});

test("a polygon that goes in has two spans in a row", () => {
  expect(spansOf([1, 1], [3, 1], [3, 3], [6, 3], [6, 1], [8, 1], [8, 4], [1, 4])).toEqual([
    [1, 1, 3],
    [1, 6, 8],
    [2, 1, 3],
    [2, 6, 8],
    [3, 1, 8],
  ]);
});

test("what lies beyond the picture is left out", () => {
  expect(spansOf([-5, -5], [20, -5], [20, 1], [-5, 1])).toEqual([[0, 0, 10]]);
  expect(spansOf([20, 20], [30, 20], [30, 30])).toEqual([]);
});
