import { expect, test } from "vitest";
import { cardSizes, cropMarks, placeOnA4, rowsOnA4 } from "#shared/card/pdf/paper.ts";
import { a4 } from "#shared/render/pdf/a4-setter.ts";

const mm = 72 / 25.4;

test.each(["landscape", "portrait"] as const)(
  "cards that lie %s stand in the middle of the sheet, 9 mm apart",
  (shape) => {
    const [width, height] = cardSizes[shape];
    const last = rowsOnA4[shape] - 1;
    const [left, top] = placeOnA4(shape, 0, 0);
    const [right, bottom] = placeOnA4(shape, last, 1);
    const [, second] = placeOnA4(shape, 1, 0);

    expect(right - left).toBeCloseTo(width + 9 * mm, 6);
    expect(top - second).toBeCloseTo(height + 9 * mm, 6);
    expect(left).toBeCloseTo(a4[0] - (right + width), 6);
    expect(bottom).toBeCloseTo(a4[1] - (top + height), 6);
  },
);

test("marks go on from the card's edges, from 3 to 6 mm outside", () => {
  const lines = [
    ...cropMarks(100, 200, [50, 30]).matchAll(/([\d.-]+) ([\d.-]+) m ([\d.-]+) ([\d.-]+) l/g),
  ];
  const places = lines.map(([, ...places]) => places.map(Number));
  const [near, far] = [3 * mm, 6 * mm];

  const expected = [
    ...[100, 150].flatMap((x) => [
      [x, 200 - near, x, 200 - far],
      [x, 230 + near, x, 230 + far],
    ]),
    ...[200, 230].flatMap((y) => [
      [100 - near, y, 100 - far, y],
      [150 + near, y, 150 + far, y],
    ]),
  ];
  expect(places).toHaveLength(8);
  for (const [index, place] of expected.entries())
    for (const [at, value] of place.entries()) expect(places[index]?.[at]).toBeCloseTo(value, 2);
});
