/**
 * The person's own colour where it is mixed with the wall's: after the «blur fusion» of Forte, «Approximate Fast Foreground Colour
 * Estimation» (ICIP 2021), a wide pass and a narrow one. Without it the wall's colour stays in the hair as a halo. Only the
 * soft outline is worked on; what the wide pass needs of the rest it takes from means of blocks.
 */
import type { Pixels } from "../pixels.ts";
import { BlockMeans } from "./block-means.ts";

/** Of the narrow pass, in pixels. */
const radius = 4;
/**
 * So far, of 255, a pixel of the outline may differ from the person beside it; a solid one as far as it likes. A little error in an alpha makes a large
 * one in the colour: what cameras sharpen, and loose hair before a white wall, would get a rim.
 */
const surprise = 7;
const solid = 0.97;

/** The picture with this alpha (0 to 1 a pixel), its colours those of the person; what is clear has none. */
export function withOwnColours(picture: Pixels, alpha: Float32Array): Pixels {
  const data = new Uint8Array(picture.data.length);
  const mixed: number[] = [];
  for (let i = 0; i < alpha.length; i++) {
    const a = Math.round(255 * (alpha[i] ?? 0));
    if (a === 0) continue;
    if (a < 255) mixed.push(i);
    for (let at = 4 * i; at < 4 * i + 3; at++) data[at] = picture.data[at] ?? 0;
    data[4 * i + 3] = a;
  }
  // Of a picture that nothing was cut out of, the blocks need not be known.
  if (mixed.length > 0) new Outline(picture, alpha).unmix(mixed, data);
  return { ...picture, data };
}

/** What is seen, what is thought to be the person's, and what is around it. */
class Outline {
  readonly #alpha: Float32Array;
  readonly #picture: Pixels;
  readonly #around: BlockMeans;
  /** Of each pixel red, green and blue, four numbers apart: what is thought to be the person's. */
  readonly #own: Float32Array;

  constructor(picture: Pixels, alpha: Float32Array) {
    this.#alpha = alpha;
    this.#picture = picture;
    this.#around = new BlockMeans(picture, alpha);
    this.#own = new Float32Array(picture.data);
  }

  /** Puts the person's colours of these pixels into `data`. */
  unmix(mixed: readonly number[], data: Uint8Array): void {
    for (const i of mixed)
      for (let c = 0; c < 3; c++)
        this.#own[4 * i + c] = this.#explained(i, c, this.#around.personsAt(i, c));
    for (const i of mixed)
      this.#meansNear(i).forEach((mean, c) => {
        data[4 * i + c] = Math.round(this.#explained(i, c, mean));
      });
  }

  /** Of red, green and blue of the person close to a pixel. */
  #meansNear(i: number): readonly number[] {
    const [alpha, own] = [this.#alpha, this.#own];
    const { width, height } = this.#picture;
    const y = Math.floor(i / width);
    const x = i - y * width;
    const [left, right] = [Math.max(x - radius, 0), Math.min(x + radius, width - 1)];
    let [red, green, blue, weight] = [0, 0, 0, 1e-5];
    for (let v = Math.max(y - radius, 0); v <= Math.min(y + radius, height - 1); v++)
      for (let j = v * width + left; j <= v * width + right; j++) {
        const a = alpha[j] ?? 0;
        if (a === 0) continue;
        red += a * (own[4 * j] ?? 0);
        green += a * (own[4 * j + 1] ?? 0);
        blue += a * (own[4 * j + 2] ?? 0);
        weight += a;
      }
    return [red / weight, green / weight, blue / weight];
  }

  /** The person's colour, moved so that it and the wall's make what is seen. */
  #explained(i: number, channel: number, own: number): number {
    const a = this.#alpha[i] ?? 0;
    const seen = this.#picture.data[4 * i + channel] ?? 0;
    const error = seen - a * own - (1 - a) * this.#around.wallsAt(i, channel);
    const most = a > solid ? 255 : surprise;
    return Math.min(Math.max(own + Math.min(Math.max(a * error, -most), most), 0), 255);
  }
}
