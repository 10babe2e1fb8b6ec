import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeAll, describe, expect, test } from "vitest";
import { type CardContent, type Face, faces } from "#shared/card/card-content.ts";
import { faceMarks, frontParts } from "#shared/card/design/face.ts";
import { shapes } from "#shared/card/design/geometry.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { drawFaces } from "#shared/card/drawing/draw-card.ts";
import { strokeLines } from "#shared/render/canvas-lines.ts";
import { paintMarks } from "#shared/render/canvas-pen.ts";
import { encodePng } from "#shared/render/png.ts";
import { portraitPng } from "../../../../local/demo/portrait.ts";
import { aCard } from "./extreme-cards.ts";

let photo: Buffer;
beforeAll(async () => {
  photo = await portraitPng(7);
});

/** The same face as a canvas alone draws its marks: the slow way, with nothing prepared. */
async function painted(face: Face, content: CardContent): Promise<Buffer> {
  const template = templateFor(content.instansiId, content.text.kind);
  const marks = faceMarks(face, template, content, frontParts(template, content));
  const canvas = createCanvas(marks.shape.width, marks.shape.height);
  const pen = canvas.getContext("2d");
  const picture = await loadImage(photo);
  paintMarks(pen, [...marks.ground.marks(), ...marks.words.marks()]);
  paintMarks(pen, marks.own(), { picture, paintLines: strokeLines });
  return canvas.data();
}

/** The mean difference, 0 to 255, of that square of 8x8 pixels where it is largest. */
function distance(one: Buffer, other: Buffer, width: number): number {
  const sums = new Map<number, number>();
  for (let at = 0; at < one.length; at++) {
    const [x, y] = [(at >> 2) % width, Math.floor((at >> 2) / width)];
    const square = (y >> 3) * width + (x >> 3);
    const difference = Math.abs((one[at] ?? 0) - (other[at] ?? 0));
    sums.set(square, (sums.get(square) ?? 0) + difference);
  }
  return Math.max(...sums.values()) / (3 * 64);
}

const cards = { card: aCard(), preview: aCard({ issue: undefined }) };

describe.each(Object.entries(cards))("of a %s", (_, content) => {
  test.each(faces)("%s is what any pen draws", async (face) => {
    const [drawn] = drawFaces(content, photo, [face], ({ data }) => Buffer.from(data));
    const { width } = shapes[face];

    // Fine gold lines over the photo differ most: how they cover pixels is ours to say.
    expect(distance(drawn ?? Buffer.alloc(0), await painted(face, content), width)).toBeLessThan(
      16,
    );
  });
});

test.each(faces)("%s as a file has the pixels that were drawn", async (face) => {
  const [drawn] = drawFaces(aCard(), photo, [face], (pixels) => ({
    data: Buffer.from(pixels.data),
    png: encodePng(pixels, pixels.top),
    rows: pixels.top?.rows ?? 0,
  }));
  const { width, height } = shapes[face];
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").drawImage(await loadImage(drawn?.png ?? ""), 0, 0);

  expect(drawn?.rows).toBeGreaterThan(100);
  expect(canvas.data().equals(drawn?.data ?? Buffer.alloc(0))).toBe(true);
});

test("a card looks the same whatever was drawn before it", () => {
  const draw = (content: CardContent) =>
    drawFaces(content, photo, faces, ({ data }) => Buffer.from(data));
  const first = draw(cards.card);
  // Of another hash: its lines are elsewhere. A preview is marked from corner to corner.
  draw(aCard({ seed: "0c".repeat(32) }));
  draw(cards.preview);

  expect(
    draw(cards.card).map((data, index) => data.equals(first[index] ?? Buffer.alloc(0))),
  ).toEqual(faces.map(() => true));
  expect(draw(cards.preview)[0]?.equals(first[0] ?? Buffer.alloc(0))).toBe(false);
});

test("a photo without transparency is an error", () => {
  const opaque = createCanvas(450, 575).encodeSync("jpeg");

  expect(() => drawFaces(aCard(), opaque, faces, () => undefined)).toThrow();
});
