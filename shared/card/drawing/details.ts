/** What differs from card to card, over the static layer. */
import type { Canvas, Image } from "@napi-rs/canvas";
import { faded } from "#shared/render/color.ts";
import type { FineLines } from "#shared/render/fine-lines.ts";
import { font, measure } from "#shared/render/fonts.ts";
import { grow, ribbon, rosette } from "#shared/render/guilloche.ts";
import type { Box } from "#shared/render/place-text.ts";
import type { Qr } from "#shared/render/qr.ts";
import { type CardContent, validIssue } from "../card-content.ts";
import { type FaceShape, fronts, panelRadius } from "../design/geometry.ts";
import { type BackContent, layoutBack, layoutVersion } from "../design/layout-back.ts";
import { layoutFront } from "../design/layout-front.ts";
import { type Template, templateVersion } from "../design/template.ts";
import { groupSerial } from "../printed-numbers.ts";
import { type Pen, paintLines, paintMicrotext, paintQr, paintTexts, roundBox } from "./paint.ts";

/** The photo, decoded. */
export type Portrait = Image | Canvas;

/** All of it with one pen. In pixels draw-face.ts does the same faster, in the same order. */
export function paintFrontDetails(
  pen: Pen,
  shape: FaceShape,
  template: Template,
  content: CardContent,
  portrait: Portrait,
  qr: Qr,
): void {
  const { photo, qrPanel } = fronts[shape.orientation];
  for (const braid of braidsOf(shape, template, content.seed)) paintLines(pen, braid);
  paintHolder(pen, shape, template, content, portrait);
  pen.save();
  roundBox(pen, photo, panelRadius);
  pen.clip();
  const { x, y } = sealCorner(shape);
  pen.translate(x, y);
  paintLines(pen, sealOf(template, content.seed));
  pen.restore();
  paintQr(pen, qr, qrPanel);
}

/** The photo and all words. @returns where its ink is, in boxes of whole pixels that share none */
export function paintHolder(
  pen: Pen,
  shape: FaceShape,
  template: Template,
  content: CardContent,
  portrait: Portrait,
): Box[] {
  const { photo } = fronts[shape.orientation];
  paintPhoto(pen, photo, portrait);
  const { texts } = layoutFront(content, template, shape.orientation, measure);
  const words = paintTexts(pen, texts);
  const microtext = paintMicrotext(
    pen,
    microtextOf(template, content),
    { x: 0, y: shape.height - 8, width: shape.width },
    faded("#FFFFFF", 0.6),
  );
  if (validIssue(content)) return [photo, ...words, microtext];
  return [paintPreviewMark(pen, shape, template)];
}

/** What is repeated along the lower edge. */
export function microtextOf({ texts }: Template, content: CardContent): string {
  const issue = validIssue(content);
  return `${texts.title} · ${issue ? groupSerial(issue.serial) : texts.preview} · `;
}

/** The same for all cards of an agency: part of what is drawn once. */
export function paintBackTexts(
  pen: Pen,
  { orientation }: FaceShape,
  template: Template,
  back: BackContent,
): void {
  paintTexts(pen, layoutBack(back, template, orientation, measure).texts);
}

/** @returns where its ink is */
export function paintVersion(
  pen: Pen,
  { orientation }: FaceShape,
  { seed }: Pick<CardContent, "seed">,
): Box[] {
  return paintTexts(pen, layoutVersion(templateVersion, seed, orientation, measure));
}

/** Two braids across the ground whose waves are the card's own. */
export function braidsOf(
  { width, height }: FaceShape,
  { palette }: Template,
  seed: string,
): FineLines[] {
  const next = grow(seed);
  return [0.36, 0.74].map((place) => ({
    lines: ribbon({
      width,
      y: height * (place + 0.06 * next()),
      height: 40 + 26 * next(),
      lines: 12,
      waves: [1 + Math.floor(3 * next()), 2 + Math.floor(3 * next())],
      phase: 2 * Math.PI * next(),
    }),
    color: palette.line,
    opacity: 0.1,
    thickness: 0.8,
  }));
}

/** A side of the square that holds the seal, in pixels. */
export const sealSide = 108;

/**
 * A small rosette of the card's own in a square: over the photo's corner an exchanged photo breaks it. In the upper corner it
 * is over neither the face nor the uniform's name tag.
 */
export function sealOf({ gold }: Pick<Template, "gold">, seed: string): FineLines {
  const next = grow(seed.slice(8).padEnd(8, "0"));
  const seal = {
    x: sealSide / 2,
    y: sealSide / 2,
    radius: 52,
    petals: 7 + Math.floor(6 * next()),
    phase: 2 * Math.PI * next(),
  };
  const lines = [
    ...rosette({ ...seal, middle: 0.72, swing: 0.26, loops: 9 }),
    ...rosette({ ...seal, middle: 0.34, swing: 0.14, loops: 6 }),
  ];
  return { lines, color: gold, opacity: 0.7, thickness: 0.9 };
}

/** Where the seal's square is: cut off at the photo's edge. */
export function sealCorner({ orientation }: Pick<FaceShape, "orientation">): Pick<Box, "x" | "y"> {
  const { x, y, width } = fronts[orientation].photo;
  const inside = 32 + sealSide / 2;
  return { x: x + width - inside, y: y + inside - sealSide };
}

function paintPhoto(pen: Pen, photo: Box, portrait: Portrait): void {
  const { x, y, width, height } = photo;
  pen.save();
  roundBox(pen, photo, panelRadius);
  pen.clip();
  // At half the size "high" is no nearer to a good filter than this, and takes twice as long.
  pen.imageSmoothingQuality = "medium";
  pen.drawImage(portrait, x, y, width, height);
  pen.restore();
  const frame = { x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3 };
  roundBox(pen, frame, panelRadius - 1.5);
  pen.strokeStyle = faded("#FFFFFF", 0.9);
  pen.lineWidth = 3;
  pen.stroke();
}

/** «PRATINJAU» from corner to corner, over everything but readable through. @returns where its ink is: anywhere */
function paintPreviewMark(pen: Pen, { width, height }: FaceShape, { texts }: Template): Box {
  const diagonal = Math.hypot(width, height) * 0.8;
  const size = diagonal / (measure(texts.preview, 800) * 1.06);
  pen.save();
  pen.translate(width / 2, height / 2);
  pen.rotate(-Math.atan2(height, width));
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.font = font(800, size);
  pen.fillStyle = faded("#FFFFFF", 0.24);
  pen.fillText(texts.preview, 0, 0);
  pen.strokeStyle = faded("#2A0E45", 0.4);
  pen.lineWidth = 2;
  pen.strokeText(texts.preview, 0, 0);
  pen.restore();
  return { x: 0, y: 0, width, height };
}
