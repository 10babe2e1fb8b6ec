import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { type CardContent, type Face, validIssue } from "#shared/card/card-content.ts";
import { faceMarks, frontParts } from "#shared/card/design/face.ts";
import { shapes } from "#shared/card/design/geometry.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { paintMarks } from "#shared/render/canvas-pen.ts";
import { boxesToRead, isDirect } from "#shared/render/pixel-pen.ts";
import { overlapping } from "./boxes.ts";
import { aCard, extremeCards } from "./extreme-cards.ts";

/** All of what a photo may cover. */
const picture = createCanvas(450, 575);
picture.getContext("2d").fillRect(0, 0, 450, 575);

/** How many pixels a canvas has painted outside the boxes that are read. */
function strayInk(face: Face, content: CardContent) {
  const template = templateFor(content.look, content.text.kind);
  const marks = faceMarks(face, template, content, frontParts(template, content)).own();
  const canvas = createCanvas(shapes[face].width, shapes[face].height);
  const pen = canvas.getContext("2d");
  const inked = paintMarks(
    pen,
    marks.filter((mark) => !isDirect(mark)),
    { picture },
  );
  expect(canvas.data().some((byte) => byte > 0)).toBe(true);
  const boxes = boxesToRead(inked, canvas);
  for (const { x, y, width, height } of boxes) pen.clearRect(x, y, width, height);
  return { boxes, stray: canvas.data().filter((byte) => byte > 0).length };
}

test.each(extremeCards)("of $name no ink is outside the boxes that are read", ({ content }) => {
  for (const face of ["front-landscape", "front-portrait"] as const) {
    const { boxes, stray } = strayInk(face, content);

    expect(stray, face).toBe(0);
    // Ink in two boxes would be laid on twice.
    expect(overlapping(boxes), face).toEqual([]);
    expect(boxes.length > 5, face).toBe(validIssue(content) !== undefined);
    expect(boxes.flatMap(Object.values).every(Number.isInteger), face).toBe(true);
  }
});

test.each(["back-landscape", "back-portrait"] as const)("%s has nothing of one card", (face) => {
  const content = aCard();
  const template = templateFor(content.look, content.text.kind);

  expect(faceMarks(face, template, content, frontParts(template, content)).own()).toEqual([]);
});
