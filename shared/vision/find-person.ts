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
    throw new WrongModel("This is not the segmentation of people.");
  return (picture) => {
    const seen = shrunk(picture);
    const straight = guessOf(network, seen);
    // A net is not symmetric: the mean of what it says of both is better than either.
    const mirrored = guessOf(network, mirror(seen, 3));
    const both = mirror(mirrored, 1).map((value, i) => (value + (straight[i] ?? 0)) / 2);
    return grown(both, picture);
  };
}

function guessOf(network: Network, seen: Float32Array): Float32Array {
  network.input.set(seen);
  const [guess] = network.run();
  if (guess?.length !== side * side)
    throw new WrongModel("This is not the segmentation of people.");
  return guess.slice();
}

/** The whole picture, drawn together to the net's square: colours from 0 to 1. Of each place the mean of some pixels in it. */
function shrunk({ data, width, height }: Picture): Float32Array {
  const seen = new Float32Array(side * side * 3);
  const [columns, rows] = [sampled(width), sampled(height)];
  const count = (columns.length * rows.length) / side ** 2;
  const parts = Float64Array.from({ length: 256 }, (_, value) => value / (255 * count));
  const add = (to: number, at: number) => {
    for (let c = 0; c < 3; c++)
      seen[to + c] = (seen[to + c] ?? 0) + (parts[data[at + c] ?? 0] ?? 0);
  };
  const [across, down] = [columns.length / side, rows.length / side];
  for (let r = 0; r < rows.length; r++) {
    const row = 4 * width * (rows[r] ?? 0);
    const first = 3 * side * Math.floor(r / down);
    for (let c = 0; c < columns.length; c++)
      add(first + 3 * Math.floor(c / across), row + 4 * (columns[c] ?? 0));
  }
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
  const columns = Array.from({ length: width }, (_, x) => between(x, width));
  for (let y = 0; y < height; y++) {
    const row = between(y, height);
    columns.forEach((column, x) => {
      const at = (r: number, c: number) => guess[r * side + c] ?? 0;
      const upper =
        at(row.one, column.one) * (1 - column.part) + at(row.one, column.next) * column.part;
      const lower =
        at(row.next, column.one) * (1 - column.part) + at(row.next, column.next) * column.part;
      large[y * width + x] = upper * (1 - row.part) + lower * row.part;
    });
  }
  return large;
}

function between(at: number, length: number): { one: number; next: number; part: number } {
  const place = Math.min(Math.max(((at + 0.5) * side) / length - 0.5, 0), side - 1);
  const one = Math.floor(place);
  return { one, next: Math.min(one + 1, side - 1), part: place - one };
}
