import { expect, test } from "vitest";
import { pathSteps } from "#shared/render/svg-path.ts";

test("lines and curves come at absolute points, however they are written", () => {
  const square = [
    { act: "M", at: [10, 20] },
    { act: "L", at: [40, 20] },
    { act: "L", at: [40, 60] },
    { act: "Z", at: [] },
    { act: "L", at: [12, 23] },
  ];
  expect(pathSteps("M10 20L40 20 40 60Zl2 3")).toEqual(square);
  expect(pathSteps("m10 20 30 0 0 40zL12,23")).toEqual(square);
  expect(pathSteps("M10 20H40V60ZL12 23")).toEqual(square);
  expect(pathSteps("M10 20h30v40Zl2-0-0 3").slice(0, 4)).toEqual(square.slice(0, 4));
  expect(pathSteps("M1 1c1 2 3 4 5 6").at(-1)).toEqual({ act: "C", at: [2, 3, 4, 5, 6, 7] });
});

test("arcs are curves along their ellipse, the way round that they say", () => {
  const middleOf = (path: string) => {
    const curves = pathSteps(path).filter(({ act }) => act === "C");
    return { curves, half: curves[curves.length / 2 - 1]?.at.slice(-2) ?? [] };
  };
  // Half a circle around 50 50, to the left and to the right.
  const left = middleOf("M50 10a40 40 0 1 0 0 80");
  const right = middleOf("M50 10A40 40 0 1 1 50 90");
  expect(left.half).toEqual([expect.closeTo(10), expect.closeTo(50)]);
  expect(right.half).toEqual([expect.closeTo(90), expect.closeTo(50)]);
  for (const { at } of [...left.curves, ...right.curves]) {
    const [x = 0, y = 0] = at.slice(-2);
    expect(Math.hypot(x - 50, y - 50)).toBeCloseTo(40);
  }
  // A quarter, the short way and the long one; too small a radius grows.
  expect(middleOf("M0 0A10 10 0 0 1 10 10").curves).toHaveLength(2);
  expect(middleOf("M0 0A10 10 0 1 1 10 10").curves).toHaveLength(6);
  const grown = middleOf("M0 0A1 1 0 0 1 20 0");
  expect(grown.half).toEqual([expect.closeTo(10), expect.closeTo(-10)]);
  expect(grown.curves.at(-1)?.at.slice(-2)).toEqual([expect.closeTo(20), expect.closeTo(0)]);
});

test("a command that is not drawn yet is refused by its name, when a template is tried", () => {
  expect(() => pathSteps("M0 0Q1 1 2 2")).toThrow("The path command Q cannot be drawn.");
});
