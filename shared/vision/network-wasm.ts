/** The kernels of `kernels.ts`, which says what each does. */
import { assemble } from "./wasm-text.ts";
import { between, depthwise, gather, largest, sum } from "./window-kernels.ts";

const each = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** Adds one value of the left, times 8 of the right, to the sums of a row. */
const addProduct = (row: number) => `
  (local.set $value (v128.load32_splat $row${row}))
  (local.set $row${row} (i32.add $row${row} 4))
  (local.set $sum${row}a (f32x4.add $sum${row}a (f32x4.mul $value $weights0)))
  (local.set $sum${row}b (f32x4.add $sum${row}b (f32x4.mul $value $weights4)))`;

/** So many rows of the result at once, from right to left: what the last 8 columns write too much is overwritten. */
const rowsAtOnce = (count: number) => `
  (block $noRow${count}
    (loop $nextRows${count}
      (br_if $noRow${count} (i32.lt_s $rows ${count}))
      (local.set $panel $panels)
      (loop $nextPanel
        (local.set $panel (i32.sub $panel 1))
        (local.set $at (i32.add $right (i32.mul $panel (i32.shl $depth 5))))
        (local.set $value (v128.load (i32.add $bias (i32.shl $panel 5))))
        ${each(count, (row) => `(local.set $sum${row}a $value)`)}
        (local.set $value (v128.load offset=16 (i32.add $bias (i32.shl $panel 5))))
        ${each(count, (row) => `(local.set $sum${row}b $value)`)}
        ${each(count, (row) => `(local.set $row${row} (i32.add $left (i32.mul (i32.shl $depth 2) ${row})))`)}
        (local.set $k $depth)
        (loop $nextProduct
          (local.set $weights0 (v128.load $at))
          (local.set $weights4 (v128.load offset=16 $at))
          (local.set $at (i32.add $at 32))
          ${each(count, addProduct)}
          (local.set $k (i32.sub $k 1))
          (br_if $nextProduct $k))
        (local.set $at (i32.add $result (i32.shl $panel 5)))
        ${each(
          count,
          (row) => `
          (v128.store $at $sum${row}a)
          (v128.store offset=16 $at $sum${row}b)
          (local.set $at (i32.add $at (i32.shl $columns 2)))`,
        )}
        (br_if $nextPanel $panel))
      (local.set $left (i32.add $left (i32.mul $depth ${4 * count})))
      (local.set $result (i32.add $result (i32.mul $columns ${4 * count})))
      (local.set $rows (i32.sub $rows ${count}))
      (br $nextRows${count})))`;

const multiply = `
(func $multiply
  (param $left i32) (param $right i32) (param $bias i32) (param $result i32)
  (param $rows i32) (param $depth i32) (param $columns i32)
  (local $panels i32) (local $panel i32) (local $at i32) (local $k i32)
  (local $value v128) (local $weights0 v128) (local $weights4 v128)
  ${each(4, (row) => `(local $row${row} i32) (local $sum${row}a v128) (local $sum${row}b v128)`)}
  (local.set $panels (i32.shr_u (i32.add $columns 7) 3))
  ${rowsAtOnce(4)}
  ${rowsAtOnce(1)})`;

const add = `
(func $add (param $one i32) (param $other i32) (param $to i32) (param $count i32)
  (loop $next
    (v128.store $to (f32x4.add (v128.load $one) (v128.load $other)))
    (local.set $one (i32.add $one 16))
    (local.set $other (i32.add $other 16))
    (local.set $to (i32.add $to 16))
    (local.set $count (i32.sub $count 4))
    (br_if $next (i32.gt_s $count 0))))`;

/** `$value` of each place and the `$factor` of its channel make a result. */
const eachChannel = (name: string, result: string) => `
(func ${name} (param $from i32) (param $factors i32) (param $to i32) (param $places i32) (param $channels i32)
  (local $channel i32) (local $bytes i32) (local $value v128) (local $factor v128) (local $zero v128)
  (local.set $bytes (i32.shl $channels 2))
  (loop $nextPlace
    (local.set $channel 0)
    (loop $nextChannels
      (local.set $value (v128.load (i32.add $from $channel)))
      (local.set $factor (v128.load (i32.add $factors $channel)))
      (v128.store (i32.add $to $channel) ${result})
      (local.set $channel (i32.add $channel 16))
      (br_if $nextChannels (i32.lt_s $channel $bytes)))
    (local.set $from (i32.add $from $bytes))
    (local.set $to (i32.add $to $bytes))
    (local.set $places (i32.sub $places 1))
    (br_if $nextPlace $places)))`;

const slope = eachChannel(
  "$slope",
  "(f32x4.add (f32x4.max $value $zero) (f32x4.mul (f32x4.min $value $zero) $factor))",
);
const scale = eachChannel("$scale", "(f32x4.mul $value $factor)");

const allOf = (whole: number) => `(f32x4.convert_i32x4_s (i32x4.splat ${whole}))`;
const hardSwish = `
(func $hardSwish (param $from i32) (param $to i32) (param $count i32)
  (local $three v128) (local $six v128) (local $zero v128) (local $value v128)
  (local.set $three ${allOf(3)})
  (local.set $six ${allOf(6)})
  (loop $next
    (local.set $value (v128.load $from))
    (v128.store $to (f32x4.div
      (f32x4.mul $value (f32x4.min (f32x4.max (f32x4.add $value $three) $zero) $six))
      $six))
    (local.set $from (i32.add $from 16))
    (local.set $to (i32.add $to 16))
    (local.set $count (i32.sub $count 4))
    (br_if $next (i32.gt_s $count 0))))`;

const windows = gather + depthwise + largest + sum + between;
let assembled: ReturnType<typeof assemble> | undefined;
/** Assembled once: each network has kernels of its own. */
export function code() {
  assembled ??= assemble(windows + multiply + add + slope + scale + hardSwish);
  return assembled;
}
