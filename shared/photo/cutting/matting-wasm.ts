/** Kernels of the matting matrix. A phone works it out once for a cut: loops of JavaScript would run before they are compiled. Addresses are in bytes. */
import { once } from "#shared/runtime/once.ts";
import { assemble } from "#shared/vision/wasm-text.ts";

const lines = [0, 1, 2] as const;
const channels = ["$red", "$green", "$blue"] as const;
const eachOf = (parts: readonly (string | number)[], text: (part: string) => string) =>
  parts.map((part) => text(String(part))).join("\n");
const fraction = (over: number, under: number) =>
  `(f32.div (f32.convert_i32_s ${over}) (f32.convert_i32_s ${under}))`;

/** The channels of a picture one behind the other, as floats. */
const planes = `
(func $planes (param $from i32) (param $to i32) (param $count i32)
  (local $green i32) (local $blue i32)
  (local.set $green (i32.add $to (i32.shl $count 2)))
  (local.set $blue (i32.add $green (i32.shl $count 2)))
  (loop $next
    (f32.store $to (f32.convert_i32_s (i32.load8_u $from)))
    (f32.store $green (f32.convert_i32_s (i32.load8_u offset=1 $from)))
    (f32.store $blue (f32.convert_i32_s (i32.load8_u offset=2 $from)))
    (local.set $from (i32.add $from 4))
    (local.set $to (i32.add $to 4))
    (local.set $green (i32.add $green 4))
    (local.set $blue (i32.add $blue 4))
    (local.set $count (i32.sub $count 1))
    (br_if $next $count)))`;

/** What the three lanes of a window's line hold, together. */
const summed = (into: string, vector: string) => `
  (local.set $lanes ${vector})
  (local.set ${into} (f32.add (f32.add
    (f32x4.extract_lane lane=0 $lanes) (f32x4.extract_lane lane=1 $lanes)) (f32x4.extract_lane lane=2 $lanes)))`;
const plus = (a: string, b: string, c: string) => `(f32x4.add (f32x4.add ${a} ${b}) ${c})`;
const product = (one: string, other: string) =>
  plus(...mapThree((line) => `(f32x4.mul ${one}${line} ${other}${line})`));
function mapThree(text: (line: number) => string): [string, string, string] {
  return [text(0), text(1), text(2)];
}

/** One channel's nine pixels, a vector a line whose fourth lane is 0, less their mean. */
const centred = (channel: string, i: number) => `
  ${eachOf(lines, (line) => `(local.set ${channel}${line} (v128.load (i32.add $at (i32.add (i32.mul $plane ${i}) (i32.mul $stride ${line})))))`)}
  ${summed("$sum", plus(`${channel}0`, `${channel}1`, `${channel}2`))}
  (local.set $lanes (f32x4.splat (f32.mul $sum $ninth)))
  ${eachOf(lines, (line) => `(local.set ${channel}${line} (f32x4.mul $three (f32x4.sub ${channel}${line} $lanes)))`)}`;

/** How two channels go together in the window. */
const covariance = (into: string, one: string, other: string) => `
  ${summed(into, product(one, other))}
  (local.set ${into} (f32.mul ${into} $ninth))`;

/** One over the root of what is left of a variance; it is never less than what was added to it. */
const inverseRoot = (left: string) =>
  `(f32.div (f32.convert_i32_s 1) (f32.sqrt (f32.max ${left} $floor)))`;
const square = (value: string) => `(f32.mul ${value} ${value})`;

/**
 * Adds what each window says to the rows of its pixels. By the inverse of the Cholesky factor of the covariance the colours become ones
 * that are independent and of variance 1, so that single floats are enough: two pixels are alike as much as the product of theirs.
 * $centres has a byte a pixel; $rows has, of each pixel, where its row is, or 0; $room is for nine vectors, $ones has 1, 1, 1, 0.
 */
const windows = `
(func $windows
  (param $at i32) (param $plane i32) (param $stride i32) (param $centres i32) (param $rows i32) (param $count i32)
  (param $room i32) (param $ones i32)
  (local $i i32) (local $j i32) (local $row i32) (local $pixel i32) (local $to i32) (local $spot i32)
  (local $ninth f32) (local $floor f32) (local $sum f32) (local $rr f32) (local $rg f32) (local $rb f32) (local $gg f32) (local $gb f32) (local $bb f32)
  (local $three v128) (local $lanes v128) (local $x v128) (local $y v128) (local $z v128) (local $ninths v128)
  ${eachOf(channels, (channel) => eachOf(lines, (line) => `(local ${channel}${line} v128)`))}
  (local.set $ninth ${fraction(1, 9)})
  (local.set $floor ${fraction(7225, 1_000_000)})
  (local.set $ninths (f32x4.splat $ninth))
  (local.set $three (v128.load $ones))
  (loop $next
    (block $isNone
      (br_if $isNone (i32.eqz (i32.load8_u $centres)))
      ${channels.map(centred).join("\n")}
      ${covariance("$rr", "$red", "$red")}
      ${covariance("$rg", "$red", "$green")}
      ${covariance("$rb", "$red", "$blue")}
      ${covariance("$gg", "$green", "$green")}
      ${covariance("$gb", "$green", "$blue")}
      ${covariance("$bb", "$blue", "$blue")}
      (local.set $rr ${inverseRoot("(f32.add $rr $floor)")})
      (local.set $rg (f32.mul $rg $rr))
      (local.set $rb (f32.mul $rb $rr))
      (local.set $gg ${inverseRoot(`(f32.sub (f32.add $gg $floor) ${square("$rg")})`)})
      (local.set $gb (f32.mul (f32.sub $gb (f32.mul $rg $rb)) $gg))
      (local.set $bb ${inverseRoot(`(f32.sub (f32.sub (f32.add $bb $floor) ${square("$rb")}) ${square("$gb")})`)})
      ${eachOf(
        lines,
        (line) => `
      (local.set $red${line} (f32x4.mul $red${line} (f32x4.splat $rr)))
      (local.set $green${line} (f32x4.mul (f32x4.splat $gg) (f32x4.sub $green${line} (f32x4.mul $red${line} (f32x4.splat $rg)))))
      (local.set $blue${line} (f32x4.mul (f32x4.splat $bb) (f32x4.sub (f32x4.sub $blue${line}
        (f32x4.mul $red${line} (f32x4.splat $rb))) (f32x4.mul $green${line} (f32x4.splat $gb)))))
      (v128.store offset=${16 * Number(line)} $room $red${line})
      (v128.store offset=${48 + 16 * Number(line)} $room $green${line})
      (v128.store offset=${96 + 16 * Number(line)} $room $blue${line})`,
      )}
      (local.set $i 0)
      (loop $nextLine
        (local.set $j 0)
        (loop $nextPixel
          (local.set $pixel (i32.add $rows (i32.add (i32.mul $stride $i) (i32.shl $j 2))))
          (local.set $row (i32.load $pixel))
          (block $isCertain
            (br_if $isCertain (i32.eqz $row))
            (local.set $spot (i32.add $room (i32.add (i32.shl $i 4) (i32.shl $j 2))))
            (local.set $x (v128.load32_splat $spot))
            (local.set $y (v128.load32_splat offset=48 $spot))
            (local.set $z (v128.load32_splat offset=96 $spot))
            (local.set $to (i32.sub $row (i32.add (i32.mul $i 20) (i32.shl $j 2))))
            ${eachOf(
              lines,
              (line) => `
            (v128.store offset=${48 + 20 * Number(line)} $to (f32x4.sub (v128.load offset=${48 + 20 * Number(line)} $to)
              (f32x4.mul $ninths (f32x4.add $three ${plus(`(f32x4.mul $x $red${line})`, `(f32x4.mul $y $green${line})`, `(f32x4.mul $z $blue${line})`)}))))`,
            )}
            (f32.store offset=48 $row (f32.add (f32.load offset=48 $row) (f32.convert_i32_s 1))))
          (local.set $j (i32.add $j 1))
          (br_if $nextPixel (i32.lt_s $j 3)))
        (local.set $i (i32.add $i 1))
        (br_if $nextLine (i32.lt_s $i 3))))
    (local.set $at (i32.add $at 4))
    (local.set $rows (i32.add $rows 4))
    (local.set $centres (i32.add $centres 1))
    (local.set $count (i32.sub $count 1))
    (br_if $next $count)))`;

const fiveLines = [0, 1, 2, 3, 4];
/** Each row of 25 weights times the values around its pixel: $corners says where the first of them lies. */
const times = `
(func $times (param $weights i32) (param $corners i32) (param $stride i32) (param $to i32) (param $count i32)
  (local $at i32) (local $sum v128) (local $rest f32)
  (loop $next
    (local.set $at (i32.load $corners))
    (local.set $sum (f32x4.mul (v128.load $weights) (v128.load $at)))
    (local.set $rest (f32.mul (f32.load offset=16 $weights) (f32.load offset=16 $at)))
    ${eachOf(
      fiveLines.slice(1),
      (line) => `
    (local.set $at (i32.add $at $stride))
    (local.set $sum (f32x4.add $sum (f32x4.mul (v128.load offset=${20 * Number(line)} $weights) (v128.load $at))))
    (local.set $rest (f32.add $rest (f32.mul (f32.load offset=${20 * Number(line) + 16} $weights) (f32.load offset=16 $at))))`,
    )}
    (f32.store $to (f32.add $rest (f32.add
      (f32.add (f32x4.extract_lane lane=0 $sum) (f32x4.extract_lane lane=1 $sum))
      (f32.add (f32x4.extract_lane lane=2 $sum) (f32x4.extract_lane lane=3 $sum)))))
    (local.set $weights (i32.add $weights 100))
    (local.set $corners (i32.add $corners 4))
    (local.set $to (i32.add $to 4))
    (local.set $count (i32.sub $count 1))
    (br_if $next $count)))`;

export const code = once(() => assemble(planes + windows + times));
