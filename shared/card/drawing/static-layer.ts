/** What all cards of a template and face share: drawn once, then copied under each card. */
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { faded } from "#shared/render/color.ts";
import { measure } from "#shared/render/fonts.ts";
import { ribbon, rosette } from "#shared/render/guilloche.ts";
import type { Box } from "#shared/render/place-text.ts";
import { type FaceShape, fronts, panelRadius } from "../design/geometry.ts";
import { backs } from "../design/layout-back.ts";
import { layoutHeader } from "../design/layout-front.ts";
import type { Palette, Template } from "../design/template.ts";
import {
  type CanvasPen,
  layLines,
  type PaintLines,
  paintEmblem,
  paintTexts,
  roundBox,
} from "./paint.ts";
import { paintPattern, thickness } from "./pattern.ts";

/** @param paintLines how lines are drawn: as fast as can be, unless told otherwise */
export function drawStaticLayer(
  template: Template,
  shape: FaceShape,
  paintLines: PaintLines = layLines,
): Canvas {
  const canvas = drawGround(template, shape, paintLines);
  if (shape.side === "front")
    paintTexts(canvas.getContext("2d"), layoutHeader(template, shape.orientation, measure));
  return canvas;
}

/** The static layer without its words: a PDF has them as text. */
export function drawGround(
  template: Template,
  shape: FaceShape,
  paintLines: PaintLines = layLines,
): Canvas {
  const canvas = createCanvas(shape.width, shape.height);
  const pen = canvas.getContext("2d");
  paintGround(pen, template, shape);
  paintPattern(pen, template, shape, paintLines);
  if (shape.side === "front") paintFront(pen, template, shape, paintLines);
  else paintBack(pen, template, shape, paintLines);
  return canvas;
}

function paintGround(
  pen: CanvasPen,
  { palette }: Template,
  { width, height, side }: FaceShape,
): void {
  const [x1, x2] = side === "front" ? [0, width] : [width, 0];
  const ground = pen.createLinearGradient(x1, 0, x2, height);
  ground.addColorStop(0, palette.from);
  ground.addColorStop(0.48, palette.via);
  ground.addColorStop(1, palette.to);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  paintGlow(pen, palette.glow, x1, 0, Math.max(width, height) * 0.3, 0.36);
  paintGlow(pen, palette.glow, x2, height * 0.05, Math.max(width, height) * 0.5, 0.14);
}

function paintGlow(
  pen: CanvasPen,
  color: string,
  x: number,
  y: number,
  radius: number,
  opacity: number,
): void {
  const glow = pen.createRadialGradient(x, y, 0, x, y, radius);
  glow.addColorStop(0, faded(color, opacity));
  glow.addColorStop(1, faded(color, 0));
  pen.fillStyle = glow;
  pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

function paintFront(
  pen: CanvasPen,
  template: Template,
  { orientation, width, height }: FaceShape,
  paintLines: PaintLines,
): void {
  const { emblem, badge, rule, photo, qrPanel } = fronts[orientation];
  const { palette, gold } = template;
  paintEmblem(pen, template.emblem, palette.via, emblem);
  paintGoldRule(pen, rule, gold);
  roundBox(pen, badge, badge.height / 2);
  pen.fillStyle = faded("#14032B", 0.22);
  pen.fill();
  pen.strokeStyle = gold;
  pen.lineWidth = 2;
  pen.stroke();
  paintShadow(pen, photo);
  paintPhotoPanel(pen, photo, palette, paintLines);
  paintShadow(pen, qrPanel);
  pen.fillStyle = faded("#14032B", 0.35);
  pen.fillRect(0, height - 22, width, 22);
}

/** The light ground that shows through the photo's transparency. */
function paintPhotoPanel(
  pen: CanvasPen,
  photo: Box,
  { panel, accent }: Palette,
  paintLines: PaintLines,
): void {
  const { x, y, width, height } = photo;
  pen.save();
  roundBox(pen, photo, panelRadius);
  pen.clip();
  const light = pen.createLinearGradient(0, y, 0, y + height);
  light.addColorStop(0, panel[0]);
  light.addColorStop(1, panel[1]);
  pen.fillStyle = light;
  pen.fillRect(x, y, width, height);
  const rays = { x: x + width / 2, y: y + height * 0.42, petals: 14, phase: 0 };
  paintLines(pen, {
    thickness,
    lines: rosette({ ...rays, radius: height * 0.62, middle: 0.62, swing: 0.38, loops: 12 }),
    color: accent,
    opacity: 0.12,
  });
  pen.restore();
}

function paintBack(
  pen: CanvasPen,
  template: Template,
  { orientation }: FaceShape,
  paintLines: PaintLines,
): void {
  const { panel, emblem, address, rule } = backs[orientation];
  const { palette } = template;
  paintShadow(pen, panel);
  roundBox(pen, panel, panelRadius);
  pen.fillStyle = palette.panel[0];
  pen.fill();
  pen.save();
  pen.clip();
  paintLines(pen, {
    thickness,
    lines: rosette({
      x: panel.x + panel.width * 0.3,
      y: panel.y + panel.height * 0.55,
      radius: 300,
      middle: 0.7,
      swing: 0.28,
      petals: 10,
      loops: 16,
      phase: 0,
    }),
    color: palette.accent,
    opacity: 0.07,
  });
  paintLines(pen, {
    thickness,
    lines: ribbon({
      width: panel.x + panel.width,
      y: panel.y + panel.height - 40,
      height: 34,
      lines: 14,
      waves: [2, 3],
      phase: 0.5,
    }),
    color: palette.accent,
    opacity: 0.08,
  });
  pen.restore();
  pen.fillStyle = faded(palette.accent, 0.3);
  pen.fillRect(rule.x, rule.y, rule.width, rule.height);
  paintEmblem(pen, template.emblem, palette.via, emblem);
  const ground = pen.createLinearGradient(address.x, 0, address.x + address.width, 0);
  ground.addColorStop(0, palette.accent);
  ground.addColorStop(1, palette.to);
  roundBox(pen, address, 14);
  pen.fillStyle = ground;
  pen.fill();
}

function paintGoldRule(pen: CanvasPen, { x, y, width, height }: Box, gold: string): void {
  const fade = pen.createLinearGradient(x, 0, x + width, 0);
  fade.addColorStop(0, gold);
  fade.addColorStop(0.55, faded(gold, 0.6));
  fade.addColorStop(1, faded(gold, 0));
  pen.fillStyle = fade;
  pen.fillRect(x, y, width, height);
}

function paintShadow(pen: CanvasPen, box: Box): void {
  pen.save();
  pen.shadowColor = "rgba(16,2,34,0.45)";
  pen.shadowBlur = 26;
  pen.shadowOffsetY = 8;
  roundBox(pen, box, panelRadius);
  pen.fillStyle = "#FFFFFF";
  pen.fill();
  pen.restore();
}
