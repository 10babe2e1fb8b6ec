/**
 * The matting Laplacian of Levin, Lischinski and Weiss, «A Closed-Form Solution to Natural Image Matting» (PAMI 30/2, 2008): within each
 * small window the alpha is taken to be a linear function of the colour. Only the rows of the pixels that are sought are kept, with
 * one weight for each neighbour that shares a window: a person's outline is a tenth of the picture, so this is ten times less
 * work than filters over all of it.
 */
import { once } from "#shared/runtime/once.ts";
import { instantiate } from "#shared/vision/wasm-module.ts";
import type { Pixels } from "../pixels.ts";
import { code } from "./matting-wasm.ts";

/** Made when they are needed: whoever reads this file may never be. */
const kernels = once(() =>
  instantiate(code(), (kernel) => ({
    planes: kernel("planes"),
    windows: kernel("windows"),
    times: kernel("times"),
  })),
);

/** Windows are 3x3, so neighbours lie up to 2 away, and a row has 5x5 weights. */
const reach = 2;
const span = 2 * reach + 1;
const rowLength = span * span;
const own = (rowLength - 1) / 2;
/** A row's bytes. */
const rowBytes = 4 * rowLength;
/** What a kernel reads and writes behind the last of its numbers. */
const slack = 16;

/** Rows of the sought pixels. There is one at a time: the next one is worked out in the same memory. */
export interface MattingMatrix {
  /** Of each row the weight of its own pixel. */
  readonly diagonal: Float32Array;
  /** One a pixel of the picture, to be filled before each multiplication. */
  readonly values: Float32Array;
  /** Of each row its weights times the values. @returns good until the next call */
  times(): Float32Array;
}

/**
 * The rows of the pixels `band`. A pixel within 2 of the edge has no row: it must not be sought.
 * @param trust is added to the weight of each row's own pixel
 * Long: it lays the memory out that its kernels share.
 */
export function mattingMatrix(picture: Pixels, band: Int32Array, trust: number): MattingMatrix {
  const { width, height } = picture;
  const count = width * height;
  const stride = 4 * width;
  const { run, memoryOf } = kernels();
  const [take, total] = shelf();
  const ones = take(16);
  const room = take(9 * 16);
  const values = take(4 * count);
  const planes = take(12 * count);
  const pixels = take(4 * count);
  const rows = take(4 * count);
  const centres = take(count);
  const weights = take(band.length * rowBytes);
  const corners = take(4 * band.length);
  const result = take(4 * band.length);
  const memory = memoryOf(total());
  new Float32Array(memory, ones, 4).set([1, 1, 1, 0]);
  new Uint8Array(memory, pixels, 4 * count).set(picture.data);
  const isCentre = new Uint8Array(memory, centres, count).fill(0);
  const rowAt = new Int32Array(memory, rows, count).fill(0);
  const cornerAt = new Int32Array(memory, corners, band.length);
  for (let row = 0; row < band.length; row++) {
    const pixel = band[row] ?? 0;
    rowAt[pixel] = weights + row * rowBytes;
    cornerAt[row] = values + 4 * (pixel - reach * width - reach);
    for (let line = pixel - width; line <= pixel + width; line += width)
      isCentre.fill(1, line - 1, line + 2);
  }
  const all = new Float32Array(memory, weights, band.length * rowLength).fill(0);
  run.planes(pixels, planes, count);
  // From the first to the last that is in the middle of a window; the window begins a line above, and a pixel before.
  const [first, last] = [isCentre.indexOf(1), isCentre.lastIndexOf(1)];
  const corner = 4 * first - stride - 4;
  if (first >= 0)
    run.windows(
      ...[planes + corner, 4 * count, stride, centres + first, rows + corner, last - first + 1],
      ...[room, ones],
    );
  const diagonal = new Float32Array(band.length);
  for (let row = 0; row < band.length; row++) {
    const at = row * rowLength + own;
    diagonal[row] = all[at] = (all[at] ?? 0) + trust;
  }
  const product = new Float32Array(memory, result, band.length);
  return {
    diagonal,
    values: new Float32Array(memory, values, count),
    times() {
      if (band.length > 0) run.times(weights, corners, stride, result, band.length);
      return product;
    },
  };
}

/** Places in memory one behind the other. @returns what takes so many bytes, and how many were taken by now */
function shelf() {
  let end = 0;
  const take = (bytes: number) => {
    const at = end;
    end = 16 * Math.ceil((at + bytes + slack) / 16);
    return at;
  };
  return [take, () => end] as const;
}
