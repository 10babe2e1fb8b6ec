/** What an officer accepts, and a judge must: light, noise and files as they differ from phone to phone. */
import type { Pixels } from "#shared/photo/pixels.ts";
import { blurred, grained } from "./bad-sharpness.ts";
import { between, type Random } from "./random.ts";
import { compressed, exposed, recolour } from "./recolour.ts";

type Vary = (person: Pixels, random: Random) => Pixels | Promise<Pixels>;

/** Each kind of condition in which a photo is still good. */
export const goodConditions = {
  "as drawn": (p) => p,
  "half a stop darker": (p, random) => exposed(p, between(random, 0.7, 0.85)),
  "half a stop brighter": (p, random) => exposed(p, between(random, 1.15, 1.4)),
  "a little noise": (p, random) => grained(p, random, between(random, 2, 5)),
  "saved as JPEG": (p, random) =>
    compressed(p, Math.round(between(random, 60, 95)), Math.floor(random() * 8)),
  "a little soft": (p, random) => blurred(p, between(random, 0.4, 0.8)),
  "warm or cool light": (p, random) => {
    const warm = between(random, -0.08, 0.08);
    const green = between(random, -0.03, 0.03);
    return recolour(p, ([red, g, blue]) => [red * (1 + warm), g * (1 + green), blue * (1 - warm)]);
  },
  "light from one side": (p, random) => {
    const slope = between(random, 0.8, 1.4) * (random() < 0.5 ? -1 : 1);
    return exposed(p, (x) => 2 ** ((slope * (x - 225)) / 150));
  },
} as const satisfies Record<string, Vary>;
