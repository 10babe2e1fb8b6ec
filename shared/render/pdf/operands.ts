/** How a canvas's words for numbers, colours and fonts are written in a PDF's content. */
import { channels } from "../color.ts";
import type { Weight } from "../fit-text.ts";

/**
 * Of a pixel. Content is written in whole tenths: no printer shows less, and thousands of points of fine lines are
 * written in a third of the time that fractions take.
 */
export const unitsPerPixel = 10;

export function units(pixels: number): number {
  return Math.round(pixels * unitsPerPixel);
}

export function rectangle(x: number, y: number, width: number, height: number): string {
  return `${units(x)} ${units(y)} ${units(width)} ${units(height)} re`;
}

export interface Color {
  /** "0.5 0 1": red, green and blue, 0 to 1. */
  readonly rgb: string;
  /** 0 to 1 */
  readonly opacity: number;
}

/** Of the templates, in some opacities. */
const colors = new Map<string, Color>();

/** @param style "#RRGGBB" or "rgba(r,g,b,a)" @throws Error for any other */
export function colorOf(style: string): Color {
  const color = colors.get(style) ?? readColor(style);
  colors.set(style, color);
  return color;
}

function readColor(style: string): Color {
  if (/^#[0-9a-f]{6}$/i.test(style)) return { rgb: shares(channels(style)), opacity: 1 };
  const [red, green, blue, opacity] = [...style.matchAll(/[\d.]+/g)].map(Number);
  if (red === undefined || green === undefined || blue === undefined || opacity === undefined)
    throw new Error(`A PDF's pen does not know the colour ${style}.`);
  return { rgb: shares([red, green, blue]), opacity };
}

function shares(rgb: readonly number[]): string {
  return rgb.map((channel) => Number((channel / 255).toFixed(3))).join(" ");
}

/** @param font as drawing/fonts.ts makes it: weight, then pixels per em */
export function readFont(font: string): { readonly weight: Weight; readonly size: number } {
  const [, weight, size] = /^(500|700|800) ([\d.]+)px /.exec(font) ?? [];
  if (!weight || !size) throw new Error(`A PDF's pen does not know the font ${font}.`);
  return { weight: Number(weight) as Weight, size: Number(size) };
}
