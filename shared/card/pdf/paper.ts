/** The places of cards on paper, in points (1/72 inch), y upwards from the bottom left. */
import { a4 } from "#shared/render/pdf/a4-setter.ts";
import { numbers } from "#shared/render/pdf/operands.ts";
import { artifact } from "#shared/render/pdf/tagged-content.ts";
import type { Orientation } from "../design/geometry.ts";

export type Size = readonly [width: number, height: number];

/** CR80 (ISO/IEC 7810 ID-1): 85.60 x 53.98 mm. A thousandth less high than its whole pixels. */
export const cardSizes: Readonly<Record<Orientation, Size>> = {
  landscape: [242.65, 153.01],
  portrait: [153.01, 242.65],
};
/** How many cards stand on a sheet of A4, one below the other. */
export const rowsOnA4: Readonly<Record<Orientation, number>> = { landscape: 4, portrait: 3 };

const millimetre = 72 / 25.4;
/** How far a card is printed beyond its edge, to be cut off. A page of a card's size has none, because nobody cuts it. */
const bleed = 3 * millimetre;
/** Between the cards, and between front and back: the bleed of both, and the marks between them. */
const gap = 9 * millimetre;
/** Marks begin outside the bleed, so that they are seen, and are cut off even if the cut is not quite exact. */
const markDistance = bleed;
const markLength = 3 * millimetre;

/** Front and back stand side by side, from the top, so that the rest of a sheet can be used again. @returns the bottom left corner */
export function placeOnA4(shape: Orientation, row: number, column: number): Size {
  const [width, height] = cardSizes[shape];
  const rows = rowsOnA4[shape];
  const left = (a4[0] - 2 * width - gap) / 2;
  const bottom = (a4[1] - rows * height - (rows - 1) * gap) / 2;
  return [left + column * (width + gap), bottom + (rows - 1 - row) * (height + gap)];
}

/** Two lines at every corner that go on from the card's edges. */
export function cropMarks(x: number, y: number, [width, height]: Size): string {
  const [near, far] = [markDistance, markDistance + markLength];
  const lines = [
    ...[x, x + width].flatMap((edge) => [
      [edge, y - near, edge, y - far] as const,
      [edge, y + height + near, edge, y + height + far] as const,
    ]),
    ...[y, y + height].flatMap((edge) => [
      [x - near, edge, x - far, edge] as const,
      [x + width + near, edge, x + width + far, edge] as const,
    ]),
  ];
  const paths = lines.map(([x1, y1, x2, y2]) => `${numbers(x1, y1)} m ${numbers(x2, y2)} l`);
  return artifact(`${["0 G 0.25 w", ...paths, "S"].join("\n")}\n`);
}
