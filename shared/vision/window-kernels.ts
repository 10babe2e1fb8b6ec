/** The kernels that move a window over a picture: parts of the text of `kernels.ts`, whose rules hold here too. */

/** Keeps a local from being less, or more, than a value. */
const noLess = (name: string, least: string) => `
  (block $isLarge
    (br_if $isLarge (i32.gt_s ${name} ${least}))
    (local.set ${name} ${least}))`;
const noMore = (name: string, most: string) => `
  (block $isSmall
    (br_if $isSmall (i32.lt_s ${name} ${most}))
    (local.set ${name} ${most}))`;

/** Which part of a window lies in the picture is asked once a place; then two groups of channels at once. */
export const depthwise = `
(func $depthwise
  (param $from i32) (param $weights i32) (param $bias i32) (param $to i32)
  (param $height i32) (param $width i32) (param $channels i32) (param $toHeight i32) (param $toWidth i32)
  (param $kernelHeight i32) (param $kernelWidth i32) (param $stride i32) (param $above i32) (param $before i32)
  (local $y i32) (local $x i32) (local $channel i32) (local $bytes i32)
  (local $firstRow i32) (local $rows i32) (local $firstColumn i32) (local $columns i32)
  (local $first i32) (local $firstWeight i32) (local $rest i32) (local $restWeight i32)
  (local $at i32) (local $weight i32) (local $ky i32) (local $kx i32) (local $a v128) (local $b v128)
  (local.set $bytes (i32.shl $channels 2))
  (loop $nextRow
    (local.set $firstRow (i32.sub $above (i32.mul $y $stride)))
    (local.set $rows (i32.add $height $firstRow))
    ${noLess("$firstRow", "0")}
    ${noMore("$rows", "$kernelHeight")}
    (local.set $rows (i32.sub $rows $firstRow))
    (local.set $x 0)
    (loop $nextColumn
      (local.set $firstColumn (i32.sub $before (i32.mul $x $stride)))
      (local.set $columns (i32.add $width $firstColumn))
      ${noLess("$firstColumn", "0")}
      ${noMore("$columns", "$kernelWidth")}
      (local.set $columns (i32.sub $columns $firstColumn))
      (local.set $first (i32.add $from (i32.mul $bytes (i32.add
        (i32.mul $width (i32.sub (i32.add (i32.mul $y $stride) $firstRow) $above))
        (i32.sub (i32.add (i32.mul $x $stride) $firstColumn) $before)))))
      (local.set $firstWeight (i32.add $weights
        (i32.mul $bytes (i32.add (i32.mul $kernelWidth $firstRow) $firstColumn))))
      (local.set $rest (i32.mul $bytes (i32.sub $width $columns)))
      (local.set $restWeight (i32.mul $bytes (i32.sub $kernelWidth $columns)))
      (local.set $channel 0)
      (loop $nextChannels
        (local.set $a (v128.load (i32.add $bias $channel)))
        (local.set $b (v128.load offset=16 (i32.add $bias $channel)))
        (local.set $at (i32.add $first $channel))
        (local.set $weight (i32.add $firstWeight $channel))
        (local.set $ky $rows)
        (loop $nextKernelRow
          (local.set $kx $columns)
          (loop $nextKernelColumn
            (local.set $a (f32x4.add $a (f32x4.mul (v128.load $weight) (v128.load $at))))
            (local.set $b (f32x4.add $b (f32x4.mul (v128.load offset=16 $weight) (v128.load offset=16 $at))))
            (local.set $at (i32.add $at $bytes))
            (local.set $weight (i32.add $weight $bytes))
            (local.set $kx (i32.sub $kx 1))
            (br_if $nextKernelColumn $kx))
          (local.set $at (i32.add $at $rest))
          (local.set $weight (i32.add $weight $restWeight))
          (local.set $ky (i32.sub $ky 1))
          (br_if $nextKernelRow $ky))
        (v128.store (i32.add $to $channel) $a)
        (v128.store offset=16 (i32.add $to $channel) $b)
        (local.set $channel (i32.add $channel 32))
        (br_if $nextChannels (i32.lt_s $channel $bytes)))
      (local.set $to (i32.add $to $bytes))
      (local.set $x (i32.add $x 1))
      (br_if $nextColumn (i32.lt_s $x $toWidth)))
    (local.set $y (i32.add $y 1))
    (br_if $nextRow (i32.lt_s $y $toHeight))))`;

/** Zeros up to a part of a window's row, four floats at a time: what they overwrite is written after them. */
const zerosUntil = (end: string, label: string) => `
  (block $none${label}
    (br_if $none${label} (i32.ge_s $at ${end}))
    (loop $next${label}
      (v128.store (i32.add $to $at) $zero)
      (local.set $at (i32.add $at 16))
      (br_if $next${label} (i32.lt_s $at ${end}))))`;

/** The pixels of a window's row lie side by side: zeros, what lies in the picture, zeros. */
export const gather = `
(func $gather
  (param $from i32) (param $to i32) (param $height i32) (param $width i32) (param $channels i32)
  (param $toWidth i32) (param $y i32) (param $end i32)
  (param $kernelHeight i32) (param $kernelWidth i32) (param $stride i32) (param $above i32) (param $before i32)
  (local $x i32) (local $row i32) (local $last i32) (local $left i32) (local $begin i32) (local $stop i32)
  (local $bytes i32) (local $length i32) (local $at i32) (local $source i32) (local $zero v128)
  (local.set $bytes (i32.shl $channels 2))
  (local.set $length (i32.mul $bytes $kernelWidth))
  (loop $nextRow
    (local.set $x 0)
    (loop $nextColumn
      (local.set $left (i32.sub (i32.mul $x $stride) $before))
      (local.set $begin (i32.sub 0 $left))
      ${noLess("$begin", "0")}
      (local.set $begin (i32.mul $begin $bytes))
      (local.set $stop (i32.sub $width $left))
      ${noMore("$stop", "$kernelWidth")}
      (local.set $stop (i32.mul $stop $bytes))
      (local.set $row (i32.sub (i32.mul $y $stride) $above))
      (local.set $last (i32.add $row $kernelHeight))
      (loop $nextKernelRow
        (local.set $at 0)
        (block $outside
          (br_if $outside (i32.ge_u $row $height))
          ${zerosUntil("$begin", "Before")}
          (local.set $source (i32.add $from (i32.mul $bytes (i32.add (i32.mul $row $width) $left))))
          (local.set $at $begin)
          (loop $nextFloats
            (v128.store (i32.add $to $at) (v128.load (i32.add $source $at)))
            (local.set $at (i32.add $at 16))
            (br_if $nextFloats (i32.lt_s $at $stop)))
          (local.set $at $stop))
        ${zerosUntil("$length", "Behind")}
        (local.set $to (i32.add $to $length))
        (local.set $row (i32.add $row 1))
        (br_if $nextKernelRow (i32.lt_s $row $last)))
      (local.set $x (i32.add $x 1))
      (br_if $nextColumn (i32.lt_s $x $toWidth)))
    (local.set $y (i32.add $y 1))
    (br_if $nextRow (i32.lt_s $y $end))))`;

/** Of each channel one number for each of the windows that lie side by side. @param first what it begins with @param take what it becomes with each of the window's */
const sideBySide = (name: string, first: string, take: string) => `
(func ${name} (param $from i32) (param $to i32) (param $height i32) (param $width i32) (param $channels i32) (param $side i32)
  (local $y i32) (local $x i32) (local $channel i32) (local $bytes i32) (local $row i32) (local $first i32)
  (local $at i32) (local $ky i32) (local $kx i32) (local $sofar v128) (local $zero v128)
  (local.set $bytes (i32.shl $channels 2))
  (local.set $row (i32.mul $bytes (i32.mul $width $side)))
  (loop $nextRow
    (local.set $x 0)
    (local.set $first (i32.add $from (i32.mul $row (i32.mul $y $side))))
    (loop $nextColumn
      (local.set $channel 0)
      (loop $nextChannels
        (local.set $at (i32.add $first $channel))
        (local.set $sofar ${first})
        (local.set $ky $side)
        (loop $nextWindowRow
          (local.set $kx $side)
          (loop $nextWindowColumn
            (local.set $sofar (${take} $sofar (v128.load $at)))
            (local.set $at (i32.add $at $bytes))
            (local.set $kx (i32.sub $kx 1))
            (br_if $nextWindowColumn $kx))
          (local.set $at (i32.sub (i32.add $at $row) (i32.mul $bytes $side)))
          (local.set $ky (i32.sub $ky 1))
          (br_if $nextWindowRow $ky))
        (v128.store (i32.add $to $channel) $sofar)
        (local.set $channel (i32.add $channel 16))
        (br_if $nextChannels (i32.lt_s $channel $bytes)))
      (local.set $first (i32.add $first (i32.mul $bytes $side)))
      (local.set $to (i32.add $to $bytes))
      (local.set $x (i32.add $x 1))
      (br_if $nextColumn (i32.lt_s $x $width)))
    (local.set $y (i32.add $y 1))
    (br_if $nextRow (i32.lt_s $y $height))))`;

export const largest = sideBySide("$largest", "(v128.load $at)", "f32x4.max");
export const sum = sideBySide("$sum", "$zero", "f32x4.add");

const mixed = (one: string, other: string, share: string) =>
  `(f32x4.add ${one} (f32x4.mul (f32x4.sub ${other} ${one}) ${share}))`;
const mixedAcross = (row: string) =>
  mixed(
    `(v128.load (i32.add ${row} (i32.add $left $channel)))`,
    `(v128.load (i32.add ${row} (i32.add $right $channel)))`,
    "$across",
  );

/** One row of an enlarged picture. */
export const between = `
(func $between (param $above i32) (param $below i32) (param $share i32) (param $columns i32) (param $to i32) (param $width i32) (param $channels i32)
  (local $channel i32) (local $bytes i32) (local $left i32) (local $right i32)
  (local $down v128) (local $across v128) (local $upper v128)
  (local.set $bytes (i32.shl $channels 2))
  (local.set $down (v128.load32_splat $share))
  (loop $nextColumn
    (local.set $left (i32.load $columns))
    (local.set $right (i32.load offset=4 $columns))
    (local.set $across (v128.load32_splat offset=8 $columns))
    (local.set $channel 0)
    (loop $nextChannels
      (local.set $upper ${mixedAcross("$above")})
      (v128.store (i32.add $to $channel) ${mixed("$upper", mixedAcross("$below"), "$down")})
      (local.set $channel (i32.add $channel 16))
      (br_if $nextChannels (i32.lt_s $channel $bytes)))
    (local.set $columns (i32.add $columns 12))
    (local.set $to (i32.add $to $bytes))
    (local.set $width (i32.sub $width 1))
    (br_if $nextColumn $width)))`;
