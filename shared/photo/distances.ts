/**
 * Distances from a mask, by kernels of WebAssembly: a phone works one cut out once, and loops of JavaScript would run before they are
 * compiled. Memory is kept from one to the next.
 */
import { instantiate } from "#shared/vision/wasm-module.ts";

/** In thirds of a pixel, by sides and by corners; and further than anything in a photo. */
const [toSide, toCorner, far] = [3, 4, 60_000];

/**
 * What is done of each pixel, row by row. The thirds have a margin of one pixel, so that no neighbour is missing: two lie between a
 * row's last and the next one's first. @param other beside the thirds, of so many bytes a pixel and without a margin
 */
const eachPixel = (name: string, [other, bytes]: readonly [string, number], act: string) => `
(func ${name} (param $thirds i32) (param ${other} i32) (param $width i32) (param $height i32)
  (local $x i32)
  (loop $nextRow
    (local.set $x $width)
    (loop $next
      ${act}
      (local.set ${other} (i32.add ${other} ${bytes}))
      (local.set $thirds (i32.add $thirds 2))
      (local.set $x (i32.sub $x 1))
      (br_if $next $x))
    (local.set $thirds (i32.add $thirds 4))
    (local.set $height (i32.sub $height 1))
    (br_if $nextRow $height)))`;

/** Zero in the mask. */
const mark = eachPixel(
  "$mark",
  ["$mask", 1],
  `(block $isOut
    (br_if $isOut (i32.eqz (i32.load8_u $mask)))
    (i32.store16 $thirds 0))`,
);

const inPixels = eachPixel(
  "$inPixels",
  ["$to", 4],
  "(f32.store $to (f32.div (f32.convert_i32_s (i32.load16_u $thirds)) (f32.convert_i32_s 3)))",
);

const least = (one: string, other: string) => `(select ${one} ${other} (i32.lt_s ${one} ${other}))`;

/** What was seen of the row before is kept: each number is read once. Steps and rows are bytes, less than zero on the way back. */
const pass = `
(func $pass (param $at i32) (param $end i32) (param $step i32) (param $row i32)
  (local $before i32) (local $aslant i32) (local $above i32) (local $next i32) (local $own i32) (local $side i32) (local $corner i32)
  (local.set $before ${far})
  (local.set $above (i32.sub $at $row))
  (local.set $aslant (i32.load16_u (i32.sub $above $step)))
  (local.set $above (i32.load16_u $above))
  (loop $nextPixel
    (local.set $next (i32.load16_u (i32.add (i32.sub $at $row) $step)))
    (local.set $own (i32.load16_u $at))
    (block $isKnown
      (local.set $side (i32.add ${least("$before", "$above")} ${toSide}))
      (local.set $corner (i32.add ${least("$aslant", "$next")} ${toCorner}))
      (local.set $side ${least("$side", "$corner")})
      (local.set $before ${least("$own", "$side")})
      (br_if $isKnown (i32.eqz $own))
      (i32.store16 $at $before))
    (local.set $aslant $above)
    (local.set $above $next)
    (local.set $at (i32.add $at $step))
    (br_if $nextPixel (i32.ne $at $end))))`;

/** Made when they are needed: whoever reads this file may never be. */
const kernels = once(() =>
  instantiate(mark + pass + inPixels, (kernel) => ({
    mark: kernel("mark"),
    pass: kernel("pass"),
    inPixels: kernel("inPixels"),
  })),
);

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

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
  run.pass(first, last + 2, 2, row);
  run.pass(last, first - 2, -2, -row);
  run.inPixels(first, 0, width, height);
  return new Float32Array(memory, 0, count).slice();
}
