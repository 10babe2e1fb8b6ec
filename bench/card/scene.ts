/**
 * A face for the contenders that are not a canvas: the same design in the means that they have. The static layer is a finished
 * picture; over it lie an SVG (braids, code), the photo with round corners, on it an SVG of its size (frame, seal), and texts.
 */
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { type Face, faces } from "#shared/card/card-content.ts";
import { faceMarks, frontParts } from "#shared/card/design/face.ts";
import type { FaceMarks } from "#shared/card/design/face-marks.ts";
import { panelRadius } from "#shared/card/design/geometry.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { paintMarks } from "#shared/render/canvas-pen.ts";
import { faded } from "#shared/render/color.ts";
import type { FineLines } from "#shared/render/fine-lines.ts";
import { widthOf } from "#shared/render/fit-text.ts";
import { measure } from "#shared/render/fonts.ts";
import type { CodeMark, LinesMark, Mark, MicrotextMark } from "#shared/render/mark.ts";
import { microtextTimes } from "#shared/render/microtext.ts";
import { type Box, leftOf } from "#shared/render/place-text.ts";
import { placeQr, qrColors } from "#shared/render/qr.ts";
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

/** The marks of all faces of a card. */
export function marksOf({ content }: Pick<Card, "content">): ReadonlyMap<Face, FaceMarks> {
  const template = templateFor(content.look, content.text.kind);
  const parts = frontParts(template, content);
  return new Map(faces.map((face) => [face, faceMarks(face, template, content, parts)]));
}

export function scenesOf(card: Card): readonly Scene[] {
  return [...marksOf(card)].map(([face, { shape, own }]) => {
    const marks = own();
    const { width, height } = shape;
    const scene = { face, width, height, ground: groundName(card.content, face) };
    const lines = marks.flatMap(linesOf);
    return shape.side === "front"
      ? { ...scene, front: frontScene(marks), lines }
      : { ...scene, lines };
  });
}

function frontScene(marks: readonly Mark[]): FrontScene {
  const one = <Kind extends Mark["kind"]>(kind: Kind) => {
    const found = marks.find((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind);
    if (!found) throw new Error(`There is no mark of kind ${kind}.`);
    return found;
  };
  const strokes = marks.filter((mark): mark is LinesMark => mark.kind === "lines");
  const seal = strokes.find(({ square }) => square);
  if (!seal?.square) throw new Error("There is no seal.");
  const { qr, panel } = one("code");
  return {
    photo: one("picture").box,
    braids: strokes.filter(({ square }) => !square).map(({ lines }) => strokeOf(lines)),
    seal: { ...strokeOf(seal.lines), corner: seal.square },
    code: { panel, path: codePath(qr, panel) },
  };
}

function linesOf(mark: Mark): Line[] {
  if (mark.kind === "text") return mark.texts.map(lineOf);
  return mark.kind === "microtext" ? [microtextLine(mark)] : [];
}

/** It goes on beyond the right edge. */
function microtextLine(mark: MicrotextMark): Line {
  const { text, x, baseline, size, weight, color, opacity = 1 } = mark;
  return {
    text: text.repeat(microtextTimes(mark, measure)),
    x,
    baseline,
    size,
    weight,
    wordSpacing: 0,
    color: faded(color, opacity),
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

/** All of a face that is the same on every card of its kind and agency. */
function drawStatic(card: Pick<Card, "content">, face: Face): Canvas {
  const marks = marksOf(card).get(face);
  if (!marks) throw new Error(`There is no face ${face}.`);
  const { ground, words, shape } = marks;
  const canvas = createCanvas(shape.width, shape.height);
  paintMarks(canvas.getContext("2d"), [...ground.marks(), ...words.marks()]);
  return canvas;
}

function groundName({ text }: Card["content"], face: Face): string {
  return `${text.kind}-${face}`;
}

function lineOf(placed: Parameters<typeof leftOf>[0]): Line {
  const { text, size, weight, color, baseline } = placed;
  const x = leftOf(placed, widthOf(text, placed, measure) * size);
  return { text, x, baseline, size, weight, color, wordSpacing: placed.wordSpacing * size };
}

function codePath(qr: CodeMark["qr"], panel: Box): string {
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
