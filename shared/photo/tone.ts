/**
 * Light, colour and sharpness of the head (K-14, K-17), measured where a conforming photo has it. The limits are wide: only
 * photos that no officer would accept are refused. Dark hair, a black hijab and a white peci are accepted.
 */

import { alphaAt, type Box, isSolid, luminance, type Pixels } from "./pixels.ts";
import { beyond, firstViolation, type Violation } from "./violation.ts";

interface Tone {
  /** Mean luminance, 0 to 255. */
  readonly luma: number;
  readonly bright: number;
  readonly dark: number;
  /** Mean distance between a pixel's strongest and weakest channel, 0 to 255. */
  readonly chroma: number;
  /** How much the hue varies independently of the brightness; in a tinted grey photo almost nothing. */
  readonly tint: number;
  /** Variance of the Laplacian, scaled to mid grey, so that a dark photo does not count as blurred too. */
  readonly detail: number;
}

/** Where head and shoulders begin: the middle of the upper two thirds. */
function headBox({ width, height }: Pixels): Box {
  return {
    left: Math.floor(width * 0.28),
    top: Math.floor(height * 0.16),
    right: Math.floor(width * 0.72),
    bottom: Math.floor(height * 0.62),
  };
}

/** Undefined when there is nobody where the head should be. */
export function measureTone(pixels: Pixels): Tone | undefined {
  const { data, width } = pixels;
  const luma = luminance(pixels);
  const { left, top, right, bottom } = headBox(pixels);
  const sums = new ToneSums();
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (isInside(pixels, x, y)) sums.add(data, luma, y * width + x, width);
    }
  }
  return sums.tone();
}

class ToneSums {
  #count = 0;
  #luma = 0;
  #bright = 0;
  #dark = 0;
  #chroma = 0;
  #laplace = 0;
  #laplaceSquared = 0;
  readonly #tint = new TintSums();

  add(data: Uint8Array, luma: Float32Array, i: number, width: number): void {
    const red = data[i * 4] ?? 0;
    const green = data[i * 4 + 1] ?? 0;
    const blue = data[i * 4 + 2] ?? 0;
    const own = luma[i] ?? 0;
    const around = [i - 1, i + 1, i - width, i + width].reduce((sum, n) => sum + (luma[n] ?? 0), 0);
    const laplace = around - 4 * own;
    this.#count++;
    this.#luma += own;
    this.#bright += Number(own > 248);
    this.#dark += Number(own < 14);
    this.#chroma += Math.max(red, green, blue) - Math.min(red, green, blue);
    this.#laplace += laplace;
    this.#laplaceSquared += laplace * laplace;
    this.#tint.add(own, red - green, green - blue);
  }

  tone(): Tone | undefined {
    const count = this.#count;
    if (count === 0) return undefined;
    const luma = this.#luma / count;
    const laplacian = this.#laplaceSquared / count - (this.#laplace / count) ** 2;
    return {
      luma,
      bright: this.#bright / count,
      dark: this.#dark / count,
      chroma: this.#chroma / count,
      tint: this.#tint.residual(),
      detail: laplacian * (128 / Math.max(luma, 8)) ** 2,
    };
  }
}

/** Whether it is solid with solid neighbours, so that the outline of the cut-out does not count as detail. */
function isInside(pixels: Pixels, x: number, y: number): boolean {
  return [
    [0, 0],
    [-2, 0],
    [2, 0],
    [0, -2],
    [0, 2],
  ].every(([dx = 0, dy = 0]) => isSolid(alphaAt(pixels, x + dx, y + dy)));
}

/** Least squares of both colour differences on luminance: the rest is colour that does not depend on brightness. */
class TintSums {
  #n = 0;
  #y = 0;
  #yy = 0;
  readonly #first = { sum: 0, cross: 0, square: 0 };
  readonly #second = { sum: 0, cross: 0, square: 0 };

  add(luma: number, first: number, second: number): void {
    this.#n++;
    this.#y += luma;
    this.#yy += luma * luma;
    for (const [sums, value] of [
      [this.#first, first],
      [this.#second, second],
    ] as const) {
      sums.sum += value;
      sums.cross += value * luma;
      sums.square += value * value;
    }
  }

  residual(): number {
    const variance = this.#yy / this.#n - (this.#y / this.#n) ** 2;
    return [this.#first, this.#second].reduce((total, { sum, cross, square }) => {
      const own = square / this.#n - (sum / this.#n) ** 2;
      const shared = cross / this.#n - (this.#y / this.#n) * (sum / this.#n);
      return total + Math.sqrt(Math.max(0, own - (variance > 0 ? shared ** 2 / variance : 0)));
    }, 0);
  }
}

function lightViolation({ luma, bright, dark }: Tone): Violation | undefined {
  return firstViolation(
    ["too-dark", beyond("level", luma, { min: 40 })],
    ["too-bright", beyond("level", luma, { max: 225 })],
    ["overexposed", beyond("share", bright, { max: 0.25 })],
    ["underexposed", beyond("share", dark, { max: 0.6 })],
  );
}

function colourViolation({ chroma, tint }: Tone): Violation | undefined {
  return firstViolation(
    ["grey", beyond("figure", chroma, { min: 9 })],
    ["tinted", beyond("figure", tint, { min: 4 })],
  );
}

function sharpnessViolation({ detail }: Tone): Violation | undefined {
  return firstViolation(["blurred", beyond("figure", detail, { min: 12 })]);
}

/** The rules for the head's tone, in the order in which they are told, each with all that it can find. */
export const toneRules = [
  { rule: "sharpness", codes: ["blurred"], find: sharpnessViolation },
  {
    rule: "light",
    codes: ["too-dark", "too-bright", "overexposed", "underexposed"],
    find: lightViolation,
  },
  { rule: "colour", codes: ["grey", "tinted"], find: colourViolation },
] as const;
