/**
 * What takes nearly all the time of a network, on four floats at once (SIMD): matrix multiplication and the windows for it, depthwise convolution, the
 * largest and the sum of windows, enlarging, and four element by element. A phone runs a net once: loops of JavaScript would run before they are compiled. Addresses are in bytes and counts in floats. Whole groups of four are read and written: behind each tensor there must be room for
 * `slack` floats. What is written beyond a row is overwritten by the row's successor, which comes later.
 */
import { code } from "./network-wasm.ts";
import { instantiate, type Kernel } from "./wasm-module.ts";

/** Floats behind each tensor that a kernel may write. */
export const slack = 8;

const kernelsOf = (kernel: (name: string) => Kernel) => ({
  /**
   * `result[rows][columns] = left[rows][depth] * right + bias`. `right` is packed: 8 columns after 8 columns, each [depth][8]; `bias` is
   * padded to 8. (left, right, bias, result, rows, depth, columns)
   */
  multiply: kernel("multiply"),
  /**
   * Writes the windows of rows of places one after another; what lies outside the picture is 0. (from, to, height, width, channels,
   * toWidth, first row, row behind the last, kernelHeight, kernelWidth, stride, above, before)
   */
  gather: kernel("gather"),
  /**
   * Each channel is convolved by itself. (from, weights, bias, to, height, width, channels, toHeight, toWidth, kernelHeight,
   * kernelWidth, stride, above, before): the last two are the rows and columns of padding.
   */
  depthwise: kernel("depthwise"),
  /** The largest of each channel in windows side by side. (from, to, toHeight, toWidth, channels, side of a window) */
  largest: kernel("largest"),
  /** The sum of each channel in windows side by side: as `largest`. */
  sum: kernel("sum"),
  /**
   * One row of an enlarged picture, between two rows of the small one. (above, below, place of the share that is below's, columns, to,
   * toWidth, channels): of each column the two that it lies between, in bytes from the row's beginning, and the second's share.
   */
  between: kernel("between"),
  /** (one, other, to, count) */
  add: kernel("add"),
  /** What is below zero times the slope of its channel. (from, slopes, to, places, channels) */
  slope: kernel("slope"),
  /** Each number times the factor of its channel. (from, factors, to, places, channels) */
  scale: kernel("scale"),
  /** x times a sixth of x + 3, held between 0 and 6. (from, to, count) */
  hardSwish: kernel("hardSwish"),
});

export type Kernels = ReturnType<typeof kernelsOf>;

/**
 * Kernels with a memory of their own of at least so many bytes.
 * @throws Error when this browser has no WebAssembly with SIMD, or not as much memory
 */
export function loadKernels(bytes: number): { kernels: Kernels; memory: ArrayBuffer } {
  const { run, memoryOf } = instantiate(code(), kernelsOf);
  return { kernels: run, memory: memoryOf(bytes) };
}
