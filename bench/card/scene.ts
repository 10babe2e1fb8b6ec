/**
 * A face for the contenders that are not a canvas: the same static layer as a finished picture, the same photo, texts
 * and code at the same places. What the card grows from its own hash (braids, seal, microtext) and the photo's frame are left out:
 * they do less than ours does.
 */
import type { Canvas } from "@napi-rs/canvas";
import { type Face, faces } from "#shared/card/card-content.ts";
import { paintBackTexts } from "#shared/card/drawing/details.ts";
import { widthOf } from "#shared/card/drawing/fit-text.ts";
import { measure } from "#shared/card/drawing/fonts.ts";
import { fronts, shapes } from "#shared/card/drawing/geometry.ts";
import { layoutVersion } from "#shared/card/drawing/layout-back.ts";
import { layoutFront } from "#shared/card/drawing/layout-front.ts";
import { type Box, leftOf } from "#shared/card/drawing/place-text.ts";
import { fitQr, qrOf } from "#shared/card/drawing/qr.ts";
import { drawStaticLayer } from "#shared/card/drawing/static-layer.ts";
import { templateFor, templateVersion } from "#shared/card/drawing/template.ts";
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
  /** Fronts only. */
  readonly photo?: Box;
  /** SVG path of the code's modules, in the face's pixels; fronts only. */
  readonly code?: { readonly panel: Box; readonly path: string; readonly color: string };
}

export function scenesOf({ content }: Card): readonly Scene[] {
  const template = templateFor(content.instansiId, content.text.kind);
  return faces.map((face) => {
    const { side, orientation, width, height } = shapes[face];
    const scene = { face, width, height, ground: groundName(content, face) };
    if (side === "back") {
      const version = layoutVersion(templateVersion, content.seed, orientation, measure);
      return { ...scene, lines: version.map(lineOf) };
    }
    const { photo, qrPanel } = fronts[orientation];
    const code = {
      panel: qrPanel,
      path: codePath(content.qrText, qrPanel),
      color: template.palette.ink,
    };
    const texts = layoutFront(content, template, orientation, measure);
    return { ...scene, lines: texts.map(lineOf), photo, code };
  });
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

/** All of a face that is the same on every card of its kind and agency. */
export function drawStatic({ content }: Pick<Card, "content">, face: Face): Canvas {
  const { text, instansiId, host } = content;
  const template = templateFor(instansiId, text.kind);
  const layer = drawStaticLayer(template, shapes[face]);
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
  const side = Math.min(panel.width, panel.height);
  const { module, offset } = fitQr(qr, side);
  const left = panel.x + Math.floor((panel.width - side) / 2) + offset;
  const top = panel.y + Math.floor((panel.height - side) / 2) + offset;
  const bars = qr.runs.map(([row, column, length]) => {
    const [x, y] = [left + column * module, top + row * module];
    return `M${x} ${y}h${length * module}v${module}h${-length * module}z`;
  });
  return bars.join("");
}

/** What is drawn over the ground, beside the photo, as an SVG document. */
export function overlaySvg({ width, height, lines, code }: Scene, withTexts: boolean): string {
  const texts = withTexts ? lines.map(textElement).join("") : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${code ? codeElement(code) : ""}${texts}</svg>`;
}

function codeElement({ panel, path, color }: NonNullable<Scene["code"]>): string {
  const { x, y, width, height } = panel;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="22" fill="#FFF"/><path d="${path}" fill="${color}"/>`;
}

function textElement({ text, x, baseline, size, weight, wordSpacing, color }: Line): string {
  const escaped = text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<text x="${x}" y="${baseline}" font-family="Plus Jakarta Sans" font-size="${size}" font-weight="${weight}" word-spacing="${wordSpacing}" fill="${color}">${escaped}</text>`;
}
