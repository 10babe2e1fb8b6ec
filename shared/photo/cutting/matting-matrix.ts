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
  /** Of the picture. */
  readonly width: number;
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
  const centres = window.centresAround(band);
  for (let centre = centres.indexOf(1); centre >= 0; centre = centres.indexOf(1, centre + 1))
    window.addTo(weights, rowOf, centre);
  return { weights, width };
}

/** A row times what its neighbours have, one value a pixel. In order, five from each row of the picture: they lie side by side. */
export function rowTimes(
  { weights, width }: MattingMatrix,
  values: Float32Array,
  { row, pixel }: { readonly row: number; readonly pixel: number },
  start: number,
): number {
  let sum = start;
  let weight = row * rowLength;
  let at = pixel - reach * width - reach;
  for (let line = 0; line < span; line++, at += width, weight += span) {
    sum += (weights[weight] ?? 0) * (values[at] ?? 0);
    sum += (weights[weight + 1] ?? 0) * (values[at + 1] ?? 0);
    sum += (weights[weight + 2] ?? 0) * (values[at + 2] ?? 0);
    sum += (weights[weight + 3] ?? 0) * (values[at + 3] ?? 0);
    sum += (weights[weight + 4] ?? 0) * (values[at + 4] ?? 0);
  }
  return sum;
}

/** Of two pixels of a window, by their numbers, which of the weights in the first one's row is that of the second. */
const weightOf = Int32Array.from({ length: windowSize ** 2 }, (_, pair) => {
  const [i, j] = [Math.floor(pair / windowSize), pair % windowSize];
  const [down, right] = [Math.floor(j / 3) - Math.floor(i / 3), (j % 3) - (i % 3)];
  return (down + reach) * span + right + reach;
});

/** Adds what the windows of a picture say, one at a time. Its numbers are kept from one to the next: there are tens of thousands. */
class ColourWindow {
  readonly #data: Uint8Array;
  readonly #around: Int32Array;
  /** Colours of the window's pixels, less their mean; then the same times the inverse covariance. */
  readonly #colours = new Float64Array(3 * windowSize);
  readonly #scaled = new Float64Array(3 * windowSize);
  readonly #mean = new Float64Array(3);
  readonly #matrix: Symmetric = new Float64Array(6);

  constructor({ data, width }: Pixels) {
    this.#data = data;
    this.#around = Int32Array.from(
      { length: windowSize },
      (_, k) => (Math.floor(k / 3) - half) * width + (k % 3) - half,
    );
  }

  /** 1 in the middle of each window that one of the pixels lies in. */
  centresAround(band: Int32Array): Uint8Array {
    const centres = new Uint8Array(this.#data.length / 4);
    for (let k = 0; k < windowSize; k++) {
      const offset = this.#around[k] ?? 0;
      for (let row = 0; row < band.length; row++) centres[(band[row] ?? 0) + offset] = 1;
    }
    return centres;
  }

  addTo(weights: Float32Array, rowOf: Int32Array, centre: number): void {
    this.#read(centre);
    for (let i = 0; i < windowSize; i++) {
      const row = rowOf[centre + (this.#around[i] ?? 0)] ?? -1;
      if (row < 0) continue;
      for (let j = 0; j < windowSize; j++) {
        const at = row * rowLength + (weightOf[i * windowSize + j] ?? 0);
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
    const mean = this.#mean.fill(0);
    for (let k = 0; k < windowSize; k++)
      for (let c = 0; c < 3; c++) {
        const value = (this.#data[4 * (centre + (this.#around[k] ?? 0)) + c] ?? 0) / 255;
        colours[3 * k + c] = value;
        mean[c] = (mean[c] ?? 0) + value / windowSize;
      }
    for (let at = 0; at < colours.length; at++)
      colours[at] = (colours[at] ?? 0) - (mean[at % 3] ?? 0);
    setCovariance(this.#matrix, colours);
    invert(this.#matrix);
    this.#scale();
  }

  #scale(): void {
    const [xx = 0, xy = 0, xz = 0, yy = 0, yz = 0, zz = 0] = this.#matrix;
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
type Symmetric = Float64Array;

function setCovariance(matrix: Symmetric, colours: Float64Array): void {
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
  matrix[0] = xx / n + floor;
  matrix[1] = xy / n;
  matrix[2] = xz / n;
  matrix[3] = yy / n + floor;
  matrix[4] = yz / n;
  matrix[5] = zz / n + floor;
}

function invert(matrix: Symmetric): void {
  const [xx = 0, xy = 0, xz = 0, yy = 0, yz = 0, zz = 0] = matrix;
  const first = yy * zz - yz * yz;
  const second = xz * yz - xy * zz;
  const third = xy * yz - xz * yy;
  const scale = 1 / (xx * first + xy * second + xz * third);
  matrix[0] = first * scale;
  matrix[1] = second * scale;
  matrix[2] = third * scale;
  matrix[3] = (xx * zz - xz * xz) * scale;
  matrix[4] = (xy * xz - xx * yz) * scale;
  matrix[5] = (xx * yy - xy * xy) * scale;
}
