/**
 * A face for the contenders that are not a canvas: the same design in the means that they have. The static layer is a finished
 * picture; over it lie an SVG (braids, code), the photo with round corners, on it an SVG of its size (frame, seal), and texts.
 */
import type { Canvas } from "@napi-rs/canvas";
import { type Face, faces } from "#shared/card/card-content.ts";
import { fronts, panelRadius, shapes } from "#shared/card/design/geometry.ts";
import { layoutVersion } from "#shared/card/design/layout-back.ts";
import { layoutFront } from "#shared/card/design/layout-front.ts";
import { templateFor, templateVersion } from "#shared/card/design/template.ts";
import {
  braidsOf,
  microtextOf,
  paintBackTexts,
  sealCorner,
  sealOf,
} from "#shared/card/drawing/details.ts";
import { microtextSize, type PaintLines } from "#shared/card/drawing/paint.ts";
import { drawStaticLayer } from "#shared/card/drawing/static-layer.ts";
import type { FineLines } from "#shared/render/fine-lines.ts";
import { widthOf } from "#shared/render/fit-text.ts";
import { measure } from "#shared/render/fonts.ts";
import { type Box, leftOf } from "#shared/render/place-text.ts";
import { placeQr, qrColors, qrOf } from "#shared/render/qr.ts";
import type { Card } from "./cards.ts";

/** A line of text: letters stand on `baseline`, the first at `x`. In pixels. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly weight: number;
  readonly wordSpacing: number;
  readonly color: string;
}

export interface Scene {
  readonly face: Face;
  readonly width: number;
  readonly height: number;
  /** Which ground it stands on. */
  readonly ground: string;
  readonly lines: readonly Line[];
  readonly front?: FrontScene;
}

/** In the face's pixels. */
export interface FrontScene {
  readonly photo: Box;
  readonly braids: readonly Stroke[];
  /** Within a square with this corner. */
  readonly seal: Stroke & { readonly corner: Pick<Box, "x" | "y"> };
  /** The code's modules. */
  readonly code: { readonly panel: Box; readonly path: string };
}

interface Stroke {
  /** As SVG has it. */
  readonly path: string;
  readonly color: string;
  readonly opacity: number;
  readonly width: number;
}

export function scenesOf({ content }: Card): readonly Scene[] {
  const template = templateFor(content.instansiId, content.text.kind);
  return faces.map((face) => {
    const shape = shapes[face];
    const { side, orientation, width, height } = shape;
    const scene = { face, width, height, ground: groundName(content, face) };
    if (side === "back") {
      const version = layoutVersion(templateVersion, content.seed, orientation, measure);
      return { ...scene, lines: version.map(lineOf) };
    }
    const { photo, qrPanel } = fronts[orientation];
    const front = {
      photo,
      braids: braidsOf(shape, template, content.seed).map(strokeOf),
      seal: { ...strokeOf(sealOf(template, content.seed)), corner: sealCorner(shape) },
      code: { panel: qrPanel, path: codePath(content.qrText, qrPanel) },
    };
    const { texts } = layoutFront(content, template, orientation, measure);
    const micro = microtextLine(microtextOf(template, content), width, height);
    return { ...scene, front, lines: [...texts.map(lineOf), micro] };
  });
}

/** It goes on beyond the right edge. */
function microtextLine(text: string, width: number, height: number): Line {
  return {
    text: text.repeat(Math.ceil(width / (measure(text, 700) * microtextSize))),
    x: 0,
    baseline: height - 8,
    size: microtextSize,
    weight: 700,
    wordSpacing: 0,
    color: "rgba(255,255,255,0.6)",
  };
}

function strokeOf({ lines, color, opacity, thickness }: FineLines): Stroke {
  const path = lines.map((line) => {
    const points = Array.from({ length: line.length / 2 }, (_, i) =>
      [line[2 * i], line[2 * i + 1]].map((value) => (value ?? 0).toFixed(2)).join(" "),
    );
    return `M${points.join("L")}`;
  });
  return { path: path.join(""), color, opacity, width: thickness };
}

/** The static layers of these cards, by the scenes' `ground`. */
export function groundsOf(cards: readonly Card[]): ReadonlyMap<string, Canvas> {
  const grounds = new Map<string, Canvas>();
  for (const { content } of cards) {
    for (const face of faces) {
      const name = groundName(content, face);
      if (!grounds.has(name)) grounds.set(name, drawStatic({ content }, face));
    }
  }
  return grounds;
}

/** All of a face that is the same on every card of its kind and agency. @param paintLines if not as the product does */
export function drawStatic(
  { content }: Pick<Card, "content">,
  face: Face,
  paintLines?: PaintLines,
): Canvas {
  const { text, instansiId, host } = content;
  const template = templateFor(instansiId, text.kind);
  const layer = drawStaticLayer(template, shapes[face], paintLines);
  if (shapes[face].side === "back") {
    const { instansi } = text;
    paintBackTexts(layer.getContext("2d"), shapes[face], template, { instansi, host });
  }
  return layer;
}

function groundName({ text }: Card["content"], face: Face): string {
  return `${text.kind}-${face}`;
}

function lineOf(placed: Parameters<typeof leftOf>[0]): Line {
  const { text, size, weight, color, baseline } = placed;
  const x = leftOf(placed, widthOf(text, placed, measure) * size);
  return { text, x, baseline, size, weight, color, wordSpacing: placed.wordSpacing * size };
}

function codePath(text: string, panel: Box): string {
  const qr = qrOf(text);
  const { x: left, y: top, module } = placeQr(qr, panel);
  const bars = qr.runs.map(([row, column, length]) => {
    const [x, y] = [left + column * module, top + row * module];
    return `M${x} ${y}h${length * module}v${module}h${-length * module}z`;
  });
  return bars.join("");
}

/** What lies on the ground, as an SVG document: braids and code, and the texts for those who have no other way. */
export function groundSvg({ width, height, front, lines }: Scene, withTexts: boolean): string {
  const strokes = front ? front.braids.map(strokeElement).join("") + codeElement(front.code) : "";
  const texts = withTexts ? lines.map(textElement).join("") : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${strokes}${texts}</svg>`;
}

/** What lies on the photo, as an SVG document of its size: the frame, and the seal within it. */
export function photoSvg({ photo, seal }: FrontScene): string {
  const { x, y, width, height } = photo;
  const frame = `<rect x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" rx="${panelRadius - 1.5}" fill="none" stroke="#FFF" stroke-opacity="0.9" stroke-width="3"/>`;
  const clip = `<clipPath id="edge"><rect width="${width}" height="${height}" rx="${panelRadius}"/></clipPath>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${clip}${frame}<g clip-path="url(#edge)"><g transform="translate(${seal.corner.x - x} ${seal.corner.y - y})">${strokeElement(seal)}</g></g></svg>`;
}

function strokeElement({ path, color, opacity, width }: Stroke): string {
  return `<path d="${path}" fill="none" stroke="${color}" stroke-opacity="${opacity}" stroke-width="${width}"/>`;
}

function codeElement({ panel, path }: FrontScene["code"]): string {
  const { x, y, width, height } = panel;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${panelRadius}" fill="${qrColors.light}"/><path d="${path}" fill="${qrColors.dark}"/>`;
}

function textElement({ text, x, baseline, size, weight, wordSpacing, color }: Line): string {
  const escaped = text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text x="${x}" y="${baseline}" font-family="Plus Jakarta Sans" font-size="${size}" font-weight="${weight}" word-spacing="${wordSpacing}" fill="${color}">${escaped}</text>`;
}
