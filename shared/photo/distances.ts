/**
 * Distances from a mask, by kernels of WebAssembly: a phone works one cut out once, and loops of JavaScript would run before they are
 * compiled. Memory is kept from one to the next.
 */
import { once } from "#shared/runtime/once.ts";
import { instantiate } from "#shared/vision/wasm-module.ts";
import { code } from "./distance-wasm.ts";

/** Further than anything in a photo, in thirds of a pixel. */
const far = 60_000;

/** Made when they are needed: whoever reads this file may never be. */
const kernels = once(() =>
  instantiate(code(), (kernel) => ({
    mark: kernel("mark"),
    pass: kernel("pass"),
    inPixels: kernel("inPixels"),
  })),
);

/** Distance of each pixel from the nearest of the mask, in pixels, within 8 % (two passes, after Borgefors 1986). */
export function distancesFrom(mask: Uint8Array, width: number, height: number): Float32Array {
  const [count, wide] = [width * height, width + 2];
  const thirds = 4 * count;
  const masked = thirds + 2 * wide * (height + 2);
  const { run, memoryOf } = kernels();
  const memory = memoryOf(masked + count);
  new Uint8Array(memory, masked, count).set(mask);
  new Uint16Array(memory, thirds, wide * (height + 2)).fill(far);
  const [row, first] = [2 * wide, thirds + 2 * (wide + 1)];
  const last = first + (height - 1) * row + 2 * (width - 1);
  run.mark(first, masked, width, height);
  run.pass(first, last + 2, 2, row, far);
  run.pass(last, first - 2, -2, -row, far);
  run.inPixels(first, 0, width, height);
  return new Float32Array(memory, 0, count).slice();
}
