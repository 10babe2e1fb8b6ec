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

/** The whole picture, drawn together to the net's square: colours from 0 to 1. */
function shrunk({ data, width, height }: Picture): Float32Array {
  const seen = new Float32Array(side * side * 3);
  const [across, down] = [width / side, height / side];
  const [columns, rows] = [Math.max(1, Math.ceil(across)), Math.max(1, Math.ceil(down))];
  for (let i = 0; i < side * side; i++)
    for (let part = 0; part < columns * rows; part++) {
      const x = ((i % side) + ((part % columns) + 0.5) / columns) * across;
      const y = (Math.floor(i / side) + (Math.floor(part / columns) + 0.5) / rows) * down;
      const at = 4 * (Math.floor(y) * width + Math.floor(x));
      for (let c = 0; c < 3; c++)
        seen[3 * i + c] = (seen[3 * i + c] ?? 0) + (data[at + c] ?? 0) / (255 * columns * rows);
    }
  return seen;
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
