/** Light in which no face can be seen well, done to a drawn person: one kind a function, its strength from the seed. */
import { type Colour, colourAt, medianColour } from "#shared/photo/colours.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { between, pick, type Random } from "./random.ts";
import { exposed, luminanceOf, recolour } from "./recolour.ts";

type Spoil = (person: Pixels, random: Random) => Pixels;

/** Each kind of bad light. */
export const badLights = {
  "too dark": (p, random) => exposed(p, 2 ** -between(random, 3.3, 5.5)),
  // Some levels are all that a camera sees, and its noise is as large.
  "hardly any light": (p, random) => {
    const [share, noise] = [between(random, 0.015, 0.07), between(random, 0, 6)];
    return recolour(p, (colour) =>
      colour.map((value) => value * share + (random() + random() - 1) * noise),
    );
  },
  "dark face, light clothes": (p, random) => {
    const dark = 2 ** -between(random, 3.5, 5);
    const edge = between(random, 385, 400);
    return exposed(p, (_, y) => (y < edge ? dark : 1));
  },
  "too bright": (p, random) => exposed(p, 2 ** between(random, 2, 3.2)),
  "washed out": (p, random) => {
    const haze = between(random, 0.55, 0.8);
    return recolour(p, (colour) => colour.map((value) => value * (1 - haze) + 255 * haze));
  },
  "glare of a flash": (p, random) => {
    const [x0, y0] = [225 + between(random, -12, 12), 250 + between(random, -15, 15)];
    const [reach, light] = [between(random, 75, 110), burning(p) * between(random, 1.5, 4)];
    return exposed(
      p,
      (x, y) => 1 + light * Math.exp(-(((x - x0) ** 2 + (y - y0) ** 2) / reach ** 2)),
    );
  },
  "crushed shadows": (p, random) => crushed(exposed(p, 0.4), between(random, 1, 1.1)),
  "half in shadow": (p, random) =>
    shadow(p, random, pick([0, 180], random) + between(random, -25, 25), 250),
  "shadow of a visor": (p, random) =>
    shadow(p, random, -90 + between(random, -10, 10), eyeRow(p) + 28),
} as const satisfies Record<string, Spoil>;

/** The row of the middle of the face with the most white in it: that of the eyes. */
function eyeRow({ data, width }: Pixels): number {
  const whites = (y: number) => {
    let count = 0;
    for (let x = 165; x < 285; x++)
      if (Math.min(...colourAt(data, (y * width + x) * 4)) > 200) count++;
    return count;
  };
  const rows = Array.from({ length: 80 }, (_, i) => 195 + i);
  return rows.reduce((best, y) => (whites(y) > whites(best) ? y : best), 234);
}

/** The colour of a cheek. */
function skinOf({ data, width }: Pixels): Colour {
  const cheek = Array.from({ length: 20 * 20 }, (_, i) => [
    178 + (i % 20),
    275 + Math.floor(i / 20),
  ]);
  return medianColour(cheek.map(([x = 0, y = 0]) => colourAt(data, (y * width + x) * 4)));
}

/** How many times the light it takes until nothing of the skin's colour is left. */
function burning(p: Pixels): number {
  return (255 / Math.min(...skinOf(p))) ** 2.2;
}

/** What is darker than a share of the skin's brightness is black, as when a filter adds contrast. */
function crushed(p: Pixels, share: number): Pixels {
  const black = luminanceOf(skinOf(p)) * share;
  return recolour(p, (colour) => {
    const luma = luminanceOf(colour);
    const k = ((luma - black) * 255) / (255 - black) / Math.max(luma, 1);
    return colour.map((value) => value * k);
  });
}

/** @param degrees where the shadow lies, 0 to the right, -90 above @param middle where it ends in the middle of the face */
function shadow(p: Pixels, random: Random, degrees: number, middle: number): Pixels {
  const angle = (degrees * Math.PI) / 180;
  const dark = 2 ** -between(random, 3, 5.5);
  const [offset, soft] = [between(random, -8, 8), between(random, 2, 20)];
  return exposed(p, (x, y) => {
    const across = (x - 225) * Math.cos(angle) + (y - middle) * Math.sin(angle) - offset;
    const share = Math.min(Math.max(across / soft + 0.5, 0), 1);
    return dark ** share;
  });
}
