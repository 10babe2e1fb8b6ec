/** Changes the colours of a drawn person and leaves its outline. */
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { type Colour, colourAt } from "#shared/photo/colours.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { channelOf } from "./soften.ts";

/** The same picture in other colours; what is out of range is cut off. */
export function recolour(
  p: Pixels,
  change: (colour: Colour, x: number, y: number) => readonly number[],
): Pixels {
  const data = Uint8Array.from(p.data);
  for (let i = 0; i < data.length; i += 4) {
    const at = i / 4;
    const own = [p.data[i] ?? 0, p.data[i + 1] ?? 0, p.data[i + 2] ?? 0] as const;
    const changed = change(own, at % p.width, Math.floor(at / p.width));
    for (let c = 0; c < 3; c++)
      data[i + c] = Math.min(Math.max(Math.round(changed[c] ?? 0), 0), 255);
  }
  return { ...p, data };
}

/** The screen's exponent is near enough to sRGB's curve. */
const gamma = 2.2;

/** So many times the light, as a longer exposure gives it: 2 is one stop. */
export function exposed(p: Pixels, factor: number | ((x: number, y: number) => number)): Pixels {
  const at = typeof factor === "number" ? () => factor : factor;
  return recolour(p, (colour, x, y) => {
    const k = at(x, y) ** (1 / gamma);
    return colour.map((value) => value * k);
  });
}

export const luminanceOf = ([red = 0, green = 0, blue = 0]: readonly number[]) =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Each channel as numbers, without the dark that a cut-out hides where it is clear. */
export function channels(p: Pixels): Float32Array[] {
  const filled = withoutHidden(p);
  return [0, 1, 2].map((c) => channelOf(filled.data, c));
}

/** The picture with other channels, and its own alpha. */
export function withChannels(p: Pixels, changed: readonly Float32Array[]): Pixels {
  const [red, green, blue] = changed;
  return recolour(p, (_, x, y) => {
    const i = y * p.width + x;
    return [red?.[i] ?? 0, green?.[i] ?? 0, blue?.[i] ?? 0];
  });
}

/**
 * Where nothing is to be seen, the colour of the person beside it in the row, or above: blurred or compressed, the outline keeps
 * the person's own colours.
 */
function withoutHidden(p: Pixels): Pixels {
  const data = Uint8Array.from(p.data);
  const fill = (from: number, to: number) => {
    if ((data[to * 4 + 3] ?? 0) < 250) data.copyWithin(to * 4, from * 4, from * 4 + 4);
  };
  for (let y = 0; y < p.height; y++) {
    const [first, last] = [y * p.width, (y + 1) * p.width - 1];
    for (let i = first + 1; i <= last; i++) fill(i - 1, i);
    for (let i = last - 1; i >= first; i--) fill(i + 1, i);
  }
  for (let i = data.length / 4 - 1 - p.width; i >= 0; i--) fill(i + p.width, i);
  return recolour(p, (_, x, y) => colourAt(data, (y * p.width + x) * 4));
}

/** Saved as JPEG and read again. @param quality of 1 to 100 @param shift how far right and down the grid of blocks begins, in pixels */
export async function compressed(p: Pixels, quality: number, shift = 0): Promise<Pixels> {
  const canvas = createCanvas(p.width + shift, p.height + shift);
  const pen = canvas.getContext("2d");
  const opaque = Uint8ClampedArray.from(withoutHidden(p).data, (value, i) =>
    i % 4 === 3 ? 255 : value,
  );
  const image = pen.createImageData(p.width, p.height);
  image.data.set(opaque);
  pen.putImageData(image, shift, shift);
  pen.drawImage(await loadImage(canvas.toBuffer("image/jpeg", quality)), 0, 0);
  const jpeg = Uint8Array.from(pen.getImageData(shift, shift, p.width, p.height).data);
  return recolour(p, (_, x, y) => colourAt(jpeg, (y * p.width + x) * 4));
}
