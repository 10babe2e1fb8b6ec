/** The colour of the face (K-14): neither missing, nor one tint over all, nor one that no skin has. */
import { type Colour, saturation } from "./colours.ts";
import { luma } from "./pixels.ts";
import type { Skin } from "./skin.ts";
import type { ToneCheck } from "./tone.ts";
import { beyond } from "./violation.ts";

/** Of people's skin of every tone, with room for warm and cool light: degrees about the axis of greys in CIE Lab. */
const humanHue = { middle: 58, reach: 52 } as const;

export const colourChecks = [
  {
    code: "grey",
    find: ({ skin }) => beyond("figure", isTold(skin) ? saturation(skin.colour) : 1, { min: 0.09 }),
    unless: ["posterised", "washed-out"],
  },
  {
    code: "tinted",
    find: ({ skin }) => beyond("figure", isTold(skin) ? ownColours(skin) : 1, { min: 0.3 }),
    unless: ["grey", "too-dark", "half-shadow", "blurred", "shaken", "compressed"],
  },
  {
    code: "inverted",
    find: ({ skin }) => beyond("share", isNegative(skin) ? irisBesideSkin(skin) : 0, { max: 1.05 }),
    unless: ["grey", "shaken", "blurred"],
  },
  {
    code: "unnatural-skin",
    find: ({ skin }) =>
      beyond("degrees", isTold(skin) ? hueBeside(skin.colour) : 0, { max: humanHue.reach }),
    unless: ["grey", "tinted", "inverted"],
  },
] as const satisfies readonly ToneCheck[];

/** Where the light took the colour away, the light is told. */
function isTold({ colour }: Skin): boolean {
  const clear = colour.filter((value) => value < 250).length;
  return clear >= 2 && luma(colour) > 8;
}

function isUnnatural(skin: Skin): boolean {
  return isTold(skin) && hueBeside(skin.colour) > humanHue.reach;
}

/**
 * In a negative skin has a hue of nobody's; or, where brightness alone was turned, irises are brighter than what is beside them, and no
 * dark line is between the lips.
 */
function isNegative(skin: Skin): boolean {
  const { eyes, lipLine, colour } = skin;
  const isTurned = eyes && eyes.sides < 0.87 * eyes.middle && lipLine > 0.65 * luma(colour);
  return isTurned || isUnnatural(skin);
}

/** People's irises are darker than their skin. */
function irisBesideSkin({ eyes, colour }: Skin): number {
  return eyes ? eyes.middle / Math.max(luma(colour), 1) : 0;
}

/**
 * How far the eyes' white or the lips differ from the skin in colour, in parts of the skin's own; about 0 when all is one tint. Where
 * the eyes are closed, nothing tells a tint: brown lips are of brown skin's colour.
 */
function ownColours({ colour, eyes, lips }: Skin): number {
  if (!eyes) return 1;
  const own = ratios(colour);
  const strength = Math.max(Math.hypot(...own), 0.05);
  const from = (other: Colour) => {
    const [one, two] = ratios(other);
    return Math.hypot(one - own[0], two - own[1]) / strength;
  };
  return Math.max(from(eyes.white), from(lips));
}

/** Logarithms: light changes none of them. */
function ratios([red, green, blue]: Colour): readonly [number, number] {
  const log = (value: number) => Math.log(Math.max(value, 4));
  return [log(red) - log(green), log(green) - log(blue)];
}

/** Degrees from the middle of people's hues. */
function hueBeside(colour: Colour): number {
  const [a, b] = opponents(colour);
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return Math.abs(((hue - humanHue.middle + 540) % 360) - 180);
}

/** a* and b* of CIE Lab. */
function opponents(colour: Colour): readonly [number, number] {
  const [red, green, blue] = [linear(colour[0]), linear(colour[1]), linear(colour[2])];
  const x = Math.cbrt((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = Math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = Math.cbrt((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [500 * (x - y), 200 * (y - z)];
}

/** sRGB to light, 0 to 1. */
function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
