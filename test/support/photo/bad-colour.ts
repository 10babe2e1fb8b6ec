/** Colours that no face has, done to a drawn person: one kind a function, its strength from the seed. */
import type { Colour } from "#shared/photo/colours.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { between, type Random } from "./random.ts";
import { luminanceOf, recolour } from "./recolour.ts";

type Spoil = (person: Pixels, random: Random) => Pixels;

/** Each kind of bad colour. */
export const badColours = {
  "black and white": (p) => recolour(p, (colour) => Array(3).fill(luminanceOf(colour))),
  "almost black and white": (p, random) => {
    const left = between(random, 0.02, 0.085);
    return recolour(p, (colour) => mix(Array(3).fill(luminanceOf(colour)), colour, left));
  },
  sepia: (p, random) =>
    toned(p, [1, between(random, 0.78, 0.9), between(random, 0.55, 0.75)], random),
  "of one tint": (p, random) => {
    const tint = [1, between(random, 0.45, 0.75), between(random, 0.45, 0.9)];
    const first = Math.floor(random() * 3);
    return toned(p, [...tint.slice(first), ...tint.slice(0, first)], random);
  },
  inverted: (p) => recolour(p, (colour) => colour.map((value) => 255 - value)),
  "inverted in brightness": (p) =>
    recolour(p, (colour) => {
      const turned = 255 - 2 * luminanceOf(colour);
      return colour.map((value) => value + turned);
    }),
  "blue face": (p, random) =>
    recolour(p, ([red, green, blue]) => [blue, green, mixed(red, 255, between(random, 0, 0.2))]),
  "green face": (p, random) => {
    const k = between(random, 0.4, 0.7);
    return recolour(p, ([red, green, blue]) => [red * k, Math.max(red, green), blue * (k + 0.1)]);
  },
  "coloured lamp": (p, random) => {
    const lamp = lamps[Math.floor(random() * lamps.length)] ?? lamps[0];
    return recolour(p, (colour) => colour.map((value, c) => value * (lamp[c] ?? 1)));
  },
  "hue turned": (p, random) => turned(p, between(random, 75, 285)),
} as const satisfies Record<string, Spoil>;

/** Blue, green, violet: light in which skin looks like nobody's. */
const lamps = [
  [0.35, 0.6, 1],
  [0.4, 1, 0.45],
  [0.6, 0.35, 1],
] as const;

const mixed = (one: number, other: number, share: number) => one * (1 - share) + other * share;
const mix = (one: readonly number[], other: readonly number[], share: number) =>
  one.map((value, c) => mixed(value, other[c] ?? 0, share));

/** Brightness alone, in shades of one colour; a little of the own colours may be left. */
function toned(p: Pixels, tint: readonly number[], random: Random): Pixels {
  const left = between(random, 0, 0.06);
  const most = Math.max(...tint);
  return recolour(p, (colour) =>
    mix(
      tint.map((share) => (luminanceOf(colour) * share) / most),
      colour,
      left,
    ),
  );
}

/** Turned about the axis of greys. */
function turned(p: Pixels, degrees: number): Pixels {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [own, next, last] = [
    (1 + 2 * cos) / 3,
    (1 - cos) / 3 - sin / Math.sqrt(3),
    (1 - cos) / 3 + sin / Math.sqrt(3),
  ];
  return recolour(p, ([red, green, blue]: Colour) => [
    red * own + green * next + blue * last,
    red * last + green * own + blue * next,
    red * next + green * last + blue * own,
  ]);
}
