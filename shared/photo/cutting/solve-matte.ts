/** Works out the alpha of the pixels that are not certain, by conjugate gradients. */
import type { Pixels } from "../pixels.ts";
import { type MattingMatrix, mattingMatrix } from "./matting-matrix.ts";
import type { Trimap } from "./trimap.ts";

/** How much a guess weighs against what the colours say. */
const trust = 0.02;

/** The alpha of all pixels, 0 to 1. @param iterations more make finer hair: after 30 little changes */
export function solveMatte(
  picture: Pixels,
  { guess, band }: Trimap,
  iterations = 30,
): Float32Array {
  const inner = band.filter((pixel) => isInner(pixel, picture));
  const alpha = guess.slice();
  const descent = new Descent(mattingMatrix(picture, inner, trust), inner, alpha);
  for (let i = 0; i < iterations && !descent.isDone; i++) descent.step();
  for (const pixel of inner) alpha[pixel] = Math.min(Math.max(alpha[pixel] ?? 0, 0), 1);
  return alpha;
}

/** Whether all its windows lie in the picture. */
function isInner(pixel: number, { width, height }: Pixels): boolean {
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  return x >= 2 && y >= 2 && x < width - 2 && y < height - 2;
}

/**
 * Solves (L + trust) alpha = trust guess for the band, in place, from the guess; what is certain stays. Conjugate gradients,
 * preconditioned by the diagonal.
 */
class Descent {
  readonly #matrix: MattingMatrix;
  readonly #band: Int32Array;
  readonly #alpha: Float32Array;
  readonly #rest: Float32Array;
  /** As large as the picture: zero where nothing is sought, as changes of what is certain are. */
  readonly #direction: Float32Array;
  readonly #enough: number;
  #size: number;

  /** @param alpha the guess; the solution afterwards */
  constructor(matrix: MattingMatrix, band: Int32Array, alpha: Float32Array) {
    this.#matrix = matrix;
    this.#band = band;
    this.#alpha = alpha;
    this.#direction = matrix.values;
    this.#direction.set(alpha);
    const product = matrix.times();
    // What is left of the right side: trust times the guess, which is where alpha begins.
    this.#rest = new Float32Array(band.length);
    for (let row = 0; row < band.length; row++)
      this.#rest[row] = trust * (alpha[band[row] ?? 0] ?? 0) - (product[row] ?? 0);
    this.#direction.fill(0);
    this.#size = this.#restSize();
    this.#turn(0);
    this.#enough = this.#size * 1e-8;
  }

  get isDone(): boolean {
    return this.#size <= this.#enough;
  }

  step(): void {
    const product = this.#matrix.times();
    const [band, alpha, direction, rest] = [this.#band, this.#alpha, this.#direction, this.#rest];
    let along = 0;
    for (let row = 0; row < band.length; row++)
      along += (direction[band[row] ?? 0] ?? 0) * (product[row] ?? 0);
    const far = this.#size / along;
    for (let row = 0; row < band.length; row++) {
      const pixel = band[row] ?? 0;
      alpha[pixel] = (alpha[pixel] ?? 0) + far * (direction[pixel] ?? 0);
      rest[row] = (rest[row] ?? 0) - far * (product[row] ?? 0);
    }
    const before = this.#size;
    this.#size = this.#restSize();
    this.#turn(this.#size / before);
  }

  #restSize(): number {
    const [rest, { diagonal }] = [this.#rest, this.#matrix];
    let sum = 0;
    for (let row = 0; row < rest.length; row++) sum += (rest[row] ?? 0) ** 2 / (diagonal[row] ?? 1);
    return sum;
  }

  /** Turns to what is left, and keeps some of the direction. */
  #turn(keep: number): void {
    const [band, direction, rest] = [this.#band, this.#direction, this.#rest];
    const { diagonal } = this.#matrix;
    for (let row = 0; row < band.length; row++) {
      const pixel = band[row] ?? 0;
      direction[pixel] = (rest[row] ?? 0) / (diagonal[row] ?? 1) + keep * (direction[pixel] ?? 0);
    }
  }
}
