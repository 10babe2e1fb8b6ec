import type { Pixels } from "../pixels.ts";

/** A block's side, in pixels, and how many blocks around each count: together about 45 pixels to each side. */
const side = 9;
const around = 5;

interface Seen {
  readonly pixels: Pixels;
  /** Of red, green, blue: 0, 1, 2. */
  readonly channel: number;
  /** How much of each pixel is the person, 0 to 1. */
  readonly alpha: Float32Array;
}

/** One channel of what is the person's, and of what is the wall's, in the wide surroundings of pixels: means, kept by blocks of them. */
export class BlockMeans {
  readonly #persons: Float32Array;
  readonly #walls: Float32Array;
  readonly #width: number;
  readonly #columns: number;

  constructor({ pixels: { data, width, height }, channel, alpha }: Seen) {
    this.#width = width;
    this.#columns = Math.ceil(width / side);
    const count = this.#columns * Math.ceil(height / side);
    const [persons, personWeights] = [new Float64Array(count), new Float64Array(count)];
    const [walls, wallWeights] = [new Float64Array(count), new Float64Array(count)];
    // Blocks of a row one after another: to ask of each pixel which one it is in would take most of the time.
    for (let i = 0; i < alpha.length; ) {
      const block = this.#blockOf(i);
      const end = Math.min(i + side, (Math.floor(i / width) + 1) * width);
      let [person, personWeight, wall, wallWeight] = [0, 0, 0, 0];
      for (; i < end; i++) {
        const own = alpha[i] ?? 0;
        const value = data[4 * i + channel] ?? 0;
        person += own * value;
        personWeight += own;
        wall += (1 - own) * value;
        wallWeight += 1 - own;
      }
      persons[block] = (persons[block] ?? 0) + person;
      personWeights[block] = (personWeights[block] ?? 0) + personWeight;
      walls[block] = (walls[block] ?? 0) + wall;
      wallWeights[block] = (wallWeights[block] ?? 0) + wallWeight;
    }
    this.#persons = this.#meansOf(persons, personWeights);
    this.#walls = this.#meansOf(walls, wallWeights);
  }

  personsAt(i: number): number {
    return this.#persons[this.#blockOf(i)] ?? 0;
  }

  wallsAt(i: number): number {
    return this.#walls[this.#blockOf(i)] ?? 0;
  }

  #meansOf(sums: Float64Array, weights: Float64Array): Float32Array {
    const wide = this.#summedAround(sums);
    const wideWeights = this.#summedAround(weights);
    const means = new Float32Array(wide.length);
    for (let block = 0; block < means.length; block++)
      means[block] = (wide[block] ?? 0) / ((wideWeights[block] ?? 0) + 1e-5);
    return means;
  }

  #blockOf(i: number): number {
    const row = Math.floor(i / this.#width);
    return Math.floor(row / side) * this.#columns + Math.floor((i - row * this.#width) / side);
  }

  /** Of each block the sum of all around it: along the rows, then along the columns. */
  #summedAround(values: Float64Array): Float64Array {
    const columns = this.#columns;
    const along = new Float64Array(values.length);
    const both = new Float64Array(values.length);
    for (let block = 0; block < values.length; block++) {
      const column = block % columns;
      const last = block - column + Math.min(column + around, columns - 1);
      let sum = 0;
      for (let i = block - Math.min(around, column); i <= last; i++) sum += values[i] ?? 0;
      along[block] = sum;
    }
    for (let block = 0; block < values.length; block++) {
      const first = Math.max(block - around * columns, block % columns);
      const last = Math.min(block + around * columns, values.length - 1);
      let sum = 0;
      for (let i = first; i <= last; i += columns) sum += along[i] ?? 0;
      both[block] = sum;
    }
    return both;
  }
}
