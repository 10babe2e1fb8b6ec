/** Pictures whose details are lost, done to a drawn person: one kind a function, its strength from the seed. */
import type { Pixels } from "#shared/photo/pixels.ts";
import { between, type Random } from "./random.ts";
import { channels, compressed, recolour, withChannels } from "./recolour.ts";
import { blur } from "./soften.ts";

type Spoil = (person: Pixels, random: Random) => Pixels | Promise<Pixels>;

/** Each kind of lost detail. */
export const badSharpness = {
  "out of focus": (p, random) => blurred(p, between(random, 2, 6)),
  "out of focus, with noise": (p, random) =>
    grained(blurred(p, between(random, 2.5, 6)), random, between(random, 4, 10)),
  "moved while taken": (p, random) => moved(p, between(random, 0, 180), between(random, 12, 28)),
  "blurred, then sharpened": (p, random) =>
    sharpened(
      blurred(p, between(random, 2.5, 5)),
      between(random, 0.8, 2.5),
      between(random, 1, 3),
    ),
  "enlarged by repeating pixels": (p, random) => repeated(p, between(random, 2.6, 7)),
  "enlarged smoothly": (p, random) => {
    const side = between(random, 5, 10);
    return blurred(repeated(p, side), side / 2.4);
  },
  "JPEG of quality 5": (p, random) =>
    compressed(p, Math.round(between(random, 2, 8)), Math.floor(random() * 8)),
  posterised: (p, random) => posterised(p, Math.round(between(random, 3, 6))),
  "face blurred alone": (p, random) => faceBlurred(p, between(random, 2.5, 8)),
} as const satisfies Record<string, Spoil>;

export function blurred(p: Pixels, sigma: number): Pixels {
  return withChannels(
    p,
    channels(p).map((values) => blur(values, p.width, p.height, sigma)),
  );
}

/** Noise as of a sensor. @param strength its standard deviation, about half of it in each channel alone */
export function grained(p: Pixels, random: Random, strength: number): Pixels {
  const noise = () => (random() + random() + random() - 1.5) * 2;
  return recolour(p, (colour) => {
    const shared = noise();
    return colour.map((value) => value + strength * (0.85 * shared + 0.5 * noise()));
  });
}

/** As if the camera moved in a straight line. @param length in pixels */
function moved(p: Pixels, degrees: number, length: number): Pixels {
  const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const steps = Math.ceil(length * 1.5);
  const own = channels(p);
  const sums = own.map((values) => new Float32Array(values.length));
  for (let step = 0; step < steps; step++) {
    const far = (step / (steps - 1) - 0.5) * length;
    add(sums, own, p, Math.round(dx * far), Math.round(dy * far));
  }
  return withChannels(
    p,
    sums.map((values) => values.map((value) => value / steps)),
  );
}

/** Adds the picture, moved by so many pixels. */
function add(
  sums: readonly Float32Array[],
  own: readonly Float32Array[],
  { width, height }: Pixels,
  dx: number,
  dy: number,
): void {
  for (let y = 0; y < height; y++) {
    const row = Math.min(Math.max(y + dy, 0), height - 1) * width;
    for (let x = 0; x < width; x++) {
      const from = row + Math.min(Math.max(x + dx, 0), width - 1);
      for (let c = 0; c < 3; c++) {
        const sum = sums[c];
        if (sum) sum[y * width + x] = (sum[y * width + x] ?? 0) + (own[c]?.[from] ?? 0);
      }
    }
  }
}

/** An unsharp mask. */
function sharpened(p: Pixels, radius: number, amount: number): Pixels {
  return withChannels(
    p,
    channels(p).map((values) => {
      const soft = blur(values, p.width, p.height, radius);
      return values.map((value, i) => value + amount * (value - (soft[i] ?? 0)));
    }),
  );
}

/** Each pixel is that of a smaller picture. @param side of what was one pixel */
function repeated(p: Pixels, side: number): Pixels {
  const own = channels(p).map((values) => blur(values, p.width, p.height, side * 0.4));
  const from = (at: number, most: number) =>
    Math.min(Math.floor((Math.floor(at / side) + 0.5) * side), most - 1);
  return recolour(p, (_, x, y) =>
    own.map((values) => values[from(y, p.height) * p.width + from(x, p.width)] ?? 0),
  );
}

function posterised(p: Pixels, levels: number): Pixels {
  const step = 255 / (levels - 1);
  return recolour(p, (colour) => colour.map((value) => Math.round(value / step) * step));
}

/** As some programs hide a face. */
function faceBlurred(p: Pixels, sigma: number): Pixels {
  const soft = blurred(p, sigma);
  return recolour(p, (own, x, y) => {
    const out = Math.hypot((x - 225) / 88, (y - 245) / 122);
    const share = Math.min(Math.max((1 - out) * 8 + 0.5, 0), 1);
    const at = (y * p.width + x) * 4;
    return own.map((value, c) => value * (1 - share) + (soft.data[at + c] ?? 0) * share);
  });
}
