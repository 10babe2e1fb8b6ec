/** Draws marks on a canvas: grounds, words and pictures. It also draws the marks that pixel-pen.ts draws faster without one. */
import type { Canvas, Image, SKRSContext2D } from "@napi-rs/canvas";
import { paintGroundMark } from "./canvas-ground.ts";
import { layLines, type PaintLines } from "./canvas-lines.ts";
import { roundPath, styleOf, within } from "./canvas-path.ts";
import { widthOf } from "./fit-text.ts";
import { font, measure } from "./fonts.ts";
import type {
  CodeMark,
  GroundMark,
  LinesMark,
  Mark,
  MicrotextMark,
  PictureMark,
  StampMark,
} from "./mark.ts";
import { microtextStrip, microtextTimes } from "./microtext.ts";
import { type Box, inkBox, leftOf, type PlacedText } from "./place-text.ts";
import { placeQr, qrColors } from "./qr.ts";

/** A photo, decoded. */
export type Picture = Image | Canvas;

export interface CanvasOptions {
  /** The picture of picture marks; needed only if there are any. */
  readonly picture?: Picture;
  /** How lines are painted; by default as a finished picture, which is fast on a canvas. */
  readonly paintLines?: PaintLines;
}

/** @returns where the ink of each mark is, in whole pixels; boxes of texts and pictures share none */
export function paintMarks(
  pen: SKRSContext2D,
  marks: readonly (Mark | GroundMark)[],
  options: CanvasOptions = {},
): Box[] {
  return marks.flatMap((mark) => paintMark(pen, mark, options));
}

function paintMark(
  pen: SKRSContext2D,
  mark: Mark | GroundMark,
  { picture, paintLines = layLines }: CanvasOptions,
): readonly Box[] {
  const whole = { x: 0, y: 0, width: pen.canvas.width, height: pen.canvas.height };
  switch (mark.kind) {
    case "text":
      return mark.texts.map((text) => paintText(pen, text));
    case "picture":
      return [paintPicture(pen, mark, picture)];
    case "microtext":
      return [paintMicrotext(pen, mark)];
    case "stamp":
      paintStamp(pen, mark);
      return [whole];
    case "code":
      return [paintCode(pen, mark)];
    case "lines":
      paintLinesMark(pen, mark, paintLines);
      return [whole];
    default:
      paintGroundMark(pen, mark);
      return [whole];
  }
}

function paintText(pen: SKRSContext2D, placed: PlacedText): Box {
  const { text, size, weight, wordSpacing, color, baseline } = placed;
  const width = widthOf(text, placed, measure) * size;
  pen.font = font(weight, size);
  pen.wordSpacing = `${wordSpacing * size}px`;
  pen.fillStyle = color;
  pen.fillText(text, leftOf(placed, width), baseline);
  pen.wordSpacing = "0px";
  return inkBox(placed, width);
}

function paintPicture(pen: SKRSContext2D, { box, frame }: PictureMark, picture?: Picture): Box {
  if (!picture) throw new Error("The pen has no picture.");
  const { x, y, width, height, radius } = box;
  within(pen, box, () => {
    // At half the size "high" is no better than this, and takes twice as long.
    pen.imageSmoothingQuality = "medium";
    pen.drawImage(picture, x, y, width, height);
  });
  const { thickness } = frame;
  const inset = thickness / 2;
  pen.beginPath();
  pen.roundRect(x + inset, y + inset, width - thickness, height - thickness, radius - inset);
  pen.strokeStyle = styleOf(frame);
  pen.lineWidth = thickness;
  pen.stroke();
  return { x, y, width, height };
}

function paintMicrotext(pen: SKRSContext2D, mark: MicrotextMark): Box {
  const { text, weight, size, x, baseline } = mark;
  const strip = microtextStrip(mark);
  pen.save();
  pen.beginPath();
  pen.rect(strip.x, strip.y, strip.width, strip.height);
  pen.clip();
  pen.font = font(weight, size);
  pen.fillStyle = styleOf(mark);
  pen.fillText(text.repeat(microtextTimes(mark, measure)), x, baseline);
  pen.restore();
  return strip;
}

function paintStamp(pen: SKRSContext2D, mark: StampMark): void {
  const { text, weight, size, middle, angle, fill, outline } = mark;
  pen.save();
  pen.translate(middle.x, middle.y);
  pen.rotate(angle);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.font = font(weight, size);
  pen.fillStyle = styleOf(fill);
  pen.fillText(text, 0, 0);
  pen.strokeStyle = styleOf(outline);
  pen.lineWidth = outline.thickness;
  pen.strokeText(text, 0, 0);
  pen.restore();
}

/** The code in the middle of its panel: modules on whole pixels, so that none is blurred. */
function paintCode(pen: SKRSContext2D, { qr, panel }: CodeMark): Box {
  const { x, y, module } = placeQr(qr, panel);
  roundPath(pen, panel);
  pen.fillStyle = qrColors.light;
  pen.fill();
  pen.fillStyle = qrColors.dark;
  for (const [row, column, length] of qr.runs)
    pen.fillRect(x + column * module, y + row * module, length * module, module);
  return panel;
}

function paintLinesMark(pen: SKRSContext2D, mark: LinesMark, paint: PaintLines): void {
  const { lines, square } = mark;
  within(pen, mark.within, () => {
    if (square) pen.translate(square.x, square.y);
    paint(pen, lines);
  });
}
