/** Where a person is in a picture, roughly: MediaPipe's selfie segmentation, whose look is 256 pixels wide. The same in a worker and in Node. */
import { loadNetwork, type Network } from "./network.ts";
import type { Picture } from "./picture.ts";
import { WrongModel } from "./wrong-model.ts";

const side = 256;

/** How likely each pixel is the person, 0 to 1. One picture after another: all of them use the same memory. */
export type FindPerson = (picture: Picture) => Float32Array;

/** @throws WrongModel when the file is another model; Error when there is no WebAssembly with SIMD */
export async function loadPersonFinder(model: Uint8Array): Promise<FindPerson> {
  const network = await loadNetwork(model);
  if (network.inputShape.join() !== `1,${side},${side},3`)
    throw new WrongModel("Not the person model.");
  return (picture) => {
    const seen = shrunk(picture);
    const straight = guessOf(network, seen);
    // A net is not symmetric: the mean of what it says of both is better than either.
    const mirrored = guessOf(network, mirror(seen, 3));
    const both = mirror(mirrored, 1);
    for (let i = 0; i < both.length; i++) both[i] = ((both[i] ?? 0) + (straight[i] ?? 0)) / 2;
    return grown(both, picture);
  };
}

function guessOf(network: Network, seen: Float32Array): Float32Array {
  network.input.set(seen);
  const [guess] = network.run();
  if (guess?.length !== side * side) throw new WrongModel("Not the person model.");
  return guess.slice();
}

/**
 * The whole picture, drawn together to the net's square: colours from 0 to 1. Of each place the mean of some pixels in it. Plain loops, here
 * and below: a phone does it once, before anything is compiled.
 */
function shrunk({ data, width, height }: Picture): Float32Array {
  const seen = new Float32Array(side * side * 3);
  const [columns, rows] = [sampled(width), sampled(height)];
  const [across, down] = [columns.length / side, rows.length / side];
  const sums = new Int32Array(side * 3);
  for (let r = 0; r < rows.length; r++) {
    const row = 4 * width * (rows[r] ?? 0);
    for (let c = 0; c < columns.length; c++) {
      const at = row + 4 * (columns[c] ?? 0);
      const to = 3 * Math.floor(c / across);
      sums[to] = (sums[to] ?? 0) + (data[at] ?? 0);
      sums[to + 1] = (sums[to + 1] ?? 0) + (data[at + 1] ?? 0);
      sums[to + 2] = (sums[to + 2] ?? 0) + (data[at + 2] ?? 0);
    }
    if ((r + 1) % down > 0) continue;
    seen.set(sums, sums.length * Math.floor(r / down));
    sums.fill(0);
  }
  const part = 1 / (255 * across * down);
  for (let at = 0; at < seen.length; at++) seen[at] = (seen[at] ?? 0) * part;
  return seen;
}

/** The pixels that are looked at along a side: as many of each place of the net's as make it whole. */
function sampled(length: number): Int32Array {
  const each = length / side;
  const count = Math.max(1, Math.ceil(each));
  return Int32Array.from({ length: side * count }, (_, i) =>
    Math.floor((Math.floor(i / count) + ((i % count) + 0.5) / count) * each),
  );
}

function mirror(values: Float32Array, channels: number): Float32Array {
  const mirrored = new Float32Array(values.length);
  for (let i = 0; i < side * side; i++) {
    const other = Math.floor(i / side) * side + (side - 1 - (i % side));
    for (let c = 0; c < channels; c++)
      mirrored[i * channels + c] = values[other * channels + c] ?? 0;
  }
  return mirrored;
}

/** The guess at the size of the picture, between the four nearest of the net's. */
function grown(guess: Float32Array, { width, height }: Picture): Float32Array {
  const large = new Float32Array(width * height);
  const columns = placesBetween(width);
  const rows = placesBetween(height);
  const mixed = new Float64Array(side + 1);
  for (let y = 0, i = 0; y < height; y++) {
    const row = rows[y] ?? 0;
    const above = side * Math.floor(row);
    const below = Math.min(above + side, side * (side - 1));
    const down = row - above / side;
    for (let k = 0; k < side; k++)
      mixed[k] = (guess[above + k] ?? 0) * (1 - down) + (guess[below + k] ?? 0) * down;
    // Right of the last there is none, and of it nothing is taken.
    for (let x = 0; x < width; x++, i++) {
      const column = columns[x] ?? 0;
      const left = Math.floor(column);
      const part = column - left;
      large[i] = (mixed[left] ?? 0) * (1 - part) + (mixed[left + 1] ?? 0) * part;
    }
  }
  return large;
}

/** Where each pixel along a side lies among the net's. */
function placesBetween(length: number): Float64Array {
  const places = new Float64Array(length);
  for (let at = 0; at < length; at++)
    places[at] = Math.min(Math.max(((at + 0.5) * side) / length - 0.5, 0), side - 1);
  return places;
}
