import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeAll, describe, expect, test } from "vitest";
import { type CardContent, type Face, faces } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { faceMarks, frontParts } from "#shared/card/design/face.ts";
import { shapes } from "#shared/card/design/geometry.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { drawFace } from "#shared/card/drawing/draw-face.ts";
import { Layers } from "#shared/card/drawing/layers.ts";
import { strokeLines } from "#shared/render/canvas-lines.ts";
import { paintMarks } from "#shared/render/canvas-pen.ts";
import { decodePixels } from "#shared/render/picture.ts";
import { PixelPen } from "#shared/render/pixel-pen.ts";
import { encodePng } from "#shared/render/png.ts";
import { portraitPng } from "../../../../local/demo/portrait.ts";
import { aCard } from "./extreme-cards.ts";

const painter = new CardPainter(new CheckedTemplates());

let photo: Buffer;
beforeAll(async () => {
  photo = await portraitPng(7);
});

function marksOf(face: Face, content: CardContent) {
  const template = templateFor(content.look, content.text.kind);
  return faceMarks(face, template, content, frontParts(template, content));
}

function drawPixels(content: CardContent, wanted: readonly Face[]): Buffer[] {
  return painter.drawPngs(content, photo, wanted).map(({ png }) => decodePixels(png).data);
}

/** The same face as a canvas alone draws its marks: the slow way, with nothing prepared. */
async function painted(face: Face, content: CardContent): Promise<Buffer> {
  const marks = marksOf(face, content);
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
    const [drawn] = drawPixels(content, [face]);
    const { width } = shapes[face];

    // Fine gold lines over the photo differ most: how they cover pixels is ours to say.
    expect(distance(drawn ?? Buffer.alloc(0), await painted(face, content), width)).toBeLessThan(
      16,
    );
  });
});

test.each(faces)("%s as a file has the pixels that were drawn", async (face) => {
  const marks = marksOf(face, aCard());
  const picture = await loadImage(photo);
  const layer = new Layers().of(marks);
  const drawn = drawFace(marks, layer, new PixelPen(), {
    picture: () => picture,
    card: "",
    isMarked: false,
  });
  const png = encodePng(drawn, drawn.top);
  const { width, height } = shapes[face];
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").drawImage(await loadImage(png), 0, 0);

  expect(drawn.top?.rows).toBeGreaterThan(100);
  expect(canvas.data().equals(drawn.data)).toBe(true);
});

test("a card looks the same whatever was drawn before it", () => {
  const draw = (content: CardContent) => drawPixels(content, faces);
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

  expect(() => painter.drawPngs(aCard(), opaque, faces)).toThrow();
});

test("a back alone asks for neither the photo nor the code", () => {
  const holder = aCard();
  const backs = ["back-landscape", "back-portrait"] as const;
  const noPhoto = Buffer.from("no picture");
  const noCode = aCard({ qrText: "in small letters" });

  expect(painter.drawPngs(noCode, noPhoto, backs)).toEqual(painter.drawPngs(holder, photo, backs));
  expect(() => painter.drawPngs(holder, noPhoto, ["front-portrait"])).toThrow();
  expect(() => painter.drawPngs(noCode, photo, ["front-portrait"])).toThrow();
});
