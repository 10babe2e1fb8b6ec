/** The kernels of `distances.ts`: what marks a mask, goes over the picture in one of two ways, and gives pixels for thirds. */
import { once } from "#shared/runtime/once.ts";
import { assemble } from "#shared/vision/wasm-text.ts";

/** In thirds of a pixel, by sides and by corners. */
const [toSide, toCorner] = [3, 4];

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
(func $pass (param $at i32) (param $end i32) (param $step i32) (param $row i32) (param $far i32)
  (local $before i32) (local $aslant i32) (local $above i32) (local $next i32) (local $own i32) (local $side i32) (local $corner i32)
  (local.set $before $far)
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

export const code = once(() => assemble(mark + pass + inPixels));
