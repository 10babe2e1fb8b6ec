import type { Box } from "#shared/render/place-text.ts";

/** Pairs of boxes that share ink. */
export function overlapping(boxes: readonly Box[]): (readonly [Box, Box])[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width - 0.5 &&
          other.x < one.x + one.width - 0.5 &&
          one.y < other.y + other.height - 0.5 &&
          other.y < one.y + one.height - 0.5,
      )
      .map((other) => [one, other] as const),
  );
}

/** Boxes nearer to the edge than a printer may cut. */
export function outside(
  boxes: readonly Box[],
  { width, height }: { width: number; height: number },
) {
  return boxes.filter(
    ({ x, y, ...box }) =>
      x < 20 || y < 20 || x + box.width > width - 20 || y + box.height > height - 20,
  );
}
