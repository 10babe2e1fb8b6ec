/**
 * The matting Laplacian of Levin, Lischinski and Weiss, «A Closed-Form Solution to Natural Image Matting» (PAMI 30/2, 2008): within each
 * small window the alpha is taken to be a linear function of the colour. Only the rows of the pixels that are sought are kept, with
 * one weight for each neighbour that shares a window: a person's outline is a tenth of the picture, so this is ten times less
 * work than filters over all of it.
 */
import type { Pixels } from "../pixels.ts";

/** Half a window: windows are 3x3, so neighbours lie up to 2 away. */
const half = 1;
const reach = 2 * half;
const span = 2 * reach + 1;
/** Weights of a row. */
export const rowLength = span * span;
const windowSize = (2 * half + 1) ** 2;
/** Keeps windows of one colour solvable; of colours from 0 to 1. */
const epsilon = 1e-6;

export interface MattingMatrix {
  /** Of each sought pixel `rowLength` weights: of its neighbours from two above left to two below right. */
  readonly weights: Float32Array;
  /** What to add to a pixel's index for each of them. */
  readonly offsets: Int32Array;
}

/** The rows of the pixels `band`. A pixel within 2 of the edge has no row: it must not be sought. */
export function mattingMatrix(picture: Pixels, band: Int32Array): MattingMatrix {
  const { width, height } = picture;
  const rowOf = new Int32Array(width * height).fill(-1);
  band.forEach((pixel, row) => {
    rowOf[pixel] = row;
  });
  const weights = new Float32Array(band.length * rowLength);
  const window = new ColourWindow(picture);
  for (let y = half; y < height - half; y++)
    for (let x = half; x < width - half; x++) {
      const centre = y * width + x;
      if (window.touches(rowOf, centre)) window.addTo(weights, rowOf, centre);
    }
  return { weights, offsets: neighbours(width) };
}

function neighbours(width: number): Int32Array {
  return Int32Array.from(
    { length: rowLength },
    (_, k) => (Math.floor(k / span) - reach) * width + (k % span) - reach,
  );
}

/** Adds what the windows of a picture say, one at a time. */
class ColourWindow {
  readonly #data: Uint8Array;
  readonly #around: Int32Array;
  /** Colours of the window's pixels, less their mean; then the same times the inverse covariance. */
  readonly #colours = new Float64Array(3 * windowSize);
  readonly #scaled = new Float64Array(3 * windowSize);

  constructor({ data, width }: Pixels) {
    this.#data = data;
    this.#around = Int32Array.from(
      { length: windowSize },
      (_, k) => (Math.floor(k / 3) - half) * width + (k % 3) - half,
    );
  }

  touches(rowOf: Int32Array, centre: number): boolean {
    for (const offset of this.#around) if ((rowOf[centre + offset] ?? -1) >= 0) return true;
    return false;
  }

  addTo(weights: Float32Array, rowOf: Int32Array, centre: number): void {
    this.#read(centre);
    for (let i = 0; i < windowSize; i++) {
      const row = rowOf[centre + (this.#around[i] ?? 0)] ?? -1;
      if (row < 0) continue;
      for (let j = 0; j < windowSize; j++) {
        const dy = Math.floor(j / 3) - Math.floor(i / 3);
        const dx = (j % 3) - (i % 3);
        const at = row * rowLength + (dy + reach) * span + dx + reach;
        const alike = (1 + this.#product(i, j)) / windowSize;
        weights[at] = (weights[at] ?? 0) + (i === j ? 1 - alike : -alike);
      }
    }
  }

  #product(i: number, j: number): number {
    const [a, b, scaled, colours] = [3 * i, 3 * j, this.#scaled, this.#colours];
    return (
      (scaled[a] ?? 0) * (colours[b] ?? 0) +
      (scaled[a + 1] ?? 0) * (colours[b + 1] ?? 0) +
      (scaled[a + 2] ?? 0) * (colours[b + 2] ?? 0)
    );
  }

  #read(centre: number): void {
    const colours = this.#colours;
    const mean = [0, 0, 0];
    for (let k = 0; k < windowSize; k++)
      for (let c = 0; c < 3; c++) {
        const value = (this.#data[4 * (centre + (this.#around[k] ?? 0)) + c] ?? 0) / 255;
        colours[3 * k + c] = value;
        mean[c] = (mean[c] ?? 0) + value / windowSize;
      }
    for (let at = 0; at < colours.length; at++)
      colours[at] = (colours[at] ?? 0) - (mean[at % 3] ?? 0);
    this.#scale(inverseOf(covarianceOf(colours)));
  }

  #scale(inverse: Symmetric): void {
    const [xx, xy, xz, yy, yz, zz] = inverse;
    for (let at = 0; at < this.#colours.length; at += 3) {
      const x = this.#colours[at] ?? 0;
      const y = this.#colours[at + 1] ?? 0;
      const z = this.#colours[at + 2] ?? 0;
      this.#scaled[at] = xx * x + xy * y + xz * z;
      this.#scaled[at + 1] = xy * x + yy * y + yz * z;
      this.#scaled[at + 2] = xz * x + yz * y + zz * z;
    }
  }
}

/** A symmetric 3x3 matrix: xx, xy, xz, yy, yz, zz. */
type Symmetric = readonly [number, number, number, number, number, number];

function covarianceOf(colours: Float64Array): Symmetric {
  let [xx, xy, xz, yy, yz, zz] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < colours.length; at += 3) {
    const x = colours[at] ?? 0;
    const y = colours[at + 1] ?? 0;
    const z = colours[at + 2] ?? 0;
    xx += x * x;
    xy += x * y;
    xz += x * z;
    yy += y * y;
    yz += y * z;
    zz += z * z;
  }
  const [n, floor] = [windowSize, epsilon / windowSize];
  return [xx / n + floor, xy / n, xz / n, yy / n + floor, yz / n, zz / n + floor];
}

function inverseOf([xx, xy, xz, yy, yz, zz]: Symmetric): Symmetric {
  const first = yy * zz - yz * yz;
  const second = xz * yz - xy * zz;
  const third = xy * yz - xz * yy;
  const scale = 1 / (xx * first + xy * second + xz * third);
  return [
    first * scale,
    second * scale,
    third * scale,
    (xx * zz - xz * xz) * scale,
    (xy * xz - xx * yz) * scale,
    (xx * yy - xy * xy) * scale,
  ];
}
