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
 * So far, of 255, a faint pixel may differ from the person beside it; a solid one as far as it likes. A little error in a faint alpha makes a large
 * one in the colour: what cameras sharpen, and loose hair before a white wall, would get a rim.
 */
const surprise = 12;

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
  const channels = mixed.length > 0 ? [0, 1, 2] : [];
  for (const channel of channels) {
    const plane = new ChannelOfOutline(picture, alpha, channel);
    const first = mixed.map((i) => plane.afterWidePass(i));
    plane.keep(mixed, first);
    for (const i of mixed) data[4 * i + channel] = Math.round(plane.afterNarrowPass(i));
  }
  return { ...picture, data };
}

/** One channel: what is seen, what is thought to be the person's, and what is around it. */
class ChannelOfOutline {
  readonly #alpha: Float32Array;
  readonly #data: Uint8Array;
  readonly #channel: number;
  readonly #own: Float32Array;
  readonly #around: BlockMeans;
  readonly #width: number;
  readonly #height: number;

  constructor(pixels: Pixels, alpha: Float32Array, channel: number) {
    const { data, width, height } = pixels;
    this.#alpha = alpha;
    this.#data = data;
    this.#channel = channel;
    this.#width = width;
    this.#height = height;
    this.#own = new Float32Array(alpha.length);
    for (let i = 0; i < alpha.length; i++) this.#own[i] = data[4 * i + channel] ?? 0;
    this.#around = new BlockMeans({ pixels, channel, alpha });
  }

  afterWidePass(i: number): number {
    return this.#explained(i, this.#around.personsAt(i));
  }

  keep(pixels: readonly number[], own: readonly number[]): void {
    pixels.forEach((i, k) => {
      this.#own[i] = own[k] ?? 0;
    });
  }

  afterNarrowPass(i: number): number {
    const y = Math.floor(i / this.#width);
    const x = i - y * this.#width;
    let own = 0;
    let weight = 1e-5;
    const left = Math.max(x - radius, 0);
    const right = Math.min(x + radius, this.#width - 1);
    for (let v = Math.max(y - radius, 0); v <= Math.min(y + radius, this.#height - 1); v++)
      for (let j = v * this.#width + left; j <= v * this.#width + right; j++) {
        const a = this.#alpha[j] ?? 0;
        own += a * (this.#own[j] ?? 0);
        weight += a;
      }
    return this.#explained(i, own / weight);
  }

  /** The person's colour, moved so that it and the wall's make what is seen. */
  #explained(i: number, own: number): number {
    const a = this.#alpha[i] ?? 0;
    const seen = this.#data[4 * i + this.#channel] ?? 0;
    const error = seen - a * own - (1 - a) * this.#around.wallsAt(i);
    const most = surprise / Math.max(1 - a, 0.01);
    return Math.min(Math.max(own + Math.min(Math.max(a * error, -most), most), 0), 255);
  }
}
