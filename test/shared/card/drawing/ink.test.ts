import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { validIssue } from "#shared/card/card-content.ts";
import { shapes } from "#shared/card/design/geometry.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { paintHolder, paintVersion } from "#shared/card/drawing/details.ts";
import type { CanvasPen } from "#shared/card/drawing/paint.ts";
import type { Box } from "#shared/render/place-text.ts";
import { overlapping } from "./boxes.ts";
import { extremeCards } from "./extreme-cards.ts";

/** All of what a photo may cover. */
const portrait = createCanvas(450, 575);
portrait.getContext("2d").fillRect(0, 0, 450, 575);

/** How many pixels are painted where the painter does not say that it paints. */
function strayInk(size: { width: number; height: number }, paint: (pen: CanvasPen) => Box[]) {
  const canvas = createCanvas(size.width, size.height);
  const pen = canvas.getContext("2d");
  const boxes = paint(pen);
  expect(canvas.data().some((byte) => byte > 0)).toBe(true);
  for (const { x, y, width, height } of boxes) pen.clearRect(x, y, width, height);
  return { boxes, stray: canvas.data().filter((byte) => byte > 0).length };
}

test.each(extremeCards)("of $name no ink is outside the boxes that are read", ({ content }) => {
  const template = templateFor(content.instansiId, content.text.kind);
  for (const face of ["front-landscape", "front-portrait"] as const) {
    const { boxes, stray } = strayInk(shapes[face], (pen) =>
      paintHolder(pen, shapes[face], template, content, portrait),
    );

    expect(stray, face).toBe(0);
    // Ink in two boxes would be laid on twice.
    expect(overlapping(boxes), face).toEqual([]);
    expect(boxes.length > 5, face).toBe(validIssue(content) !== undefined);
    expect(boxes.flatMap(Object.values).every(Number.isInteger), face).toBe(true);
  }
});

test.each(["back-landscape", "back-portrait"] as const)("of %s neither", (face) => {
  const { boxes, stray } = strayInk(shapes[face], (pen) =>
    paintVersion(pen, shapes[face], { seed: "9b1e5a7033fa9c0d" }),
  );

  expect(stray).toBe(0);
  expect(boxes).toHaveLength(1);
});
