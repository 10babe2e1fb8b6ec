/** Works out the alpha of the pixels that are not certain, by conjugate gradients. */
import type { Pixels } from "../pixels.ts";
import { type MattingMatrix, mattingMatrix, rowLength, rowTimes } from "./matting-matrix.ts";
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
  const descent = new Descent(mattingMatrix(picture, inner), inner, alpha);
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
  readonly #scale: Float32Array;
  readonly #rest: Float32Array;
  readonly #product: Float32Array;
  /** As large as the picture: zero where nothing is sought, as changes of what is certain are. */
  readonly #direction: Float32Array;
  readonly #enough: number;
  #size: number;

  /** @param alpha the guess; the solution afterwards */
  constructor(matrix: MattingMatrix, band: Int32Array, alpha: Float32Array) {
    this.#matrix = matrix;
    this.#band = band;
    this.#alpha = alpha;
    this.#scale = scaleOf(matrix, band.length);
    this.#product = new Float32Array(band.length);
    multiply(matrix, { band, values: alpha, into: this.#product });
    // What is left of the right side: trust times the guess, which is where alpha begins.
    this.#rest = new Float32Array(band.length);
    for (let row = 0; row < band.length; row++)
      this.#rest[row] = trust * (alpha[band[row] ?? 0] ?? 0) - (this.#product[row] ?? 0);
    this.#direction = new Float32Array(alpha.length);
    this.#size = this.#turn(0);
    this.#enough = this.#size * 1e-8;
  }

  get isDone(): boolean {
    return this.#size <= this.#enough;
  }

  step(): void {
    multiply(this.#matrix, { band: this.#band, values: this.#direction, into: this.#product });
    const far = this.#size / this.#along();
    for (let row = 0; row < this.#band.length; row++) {
      const pixel = this.#band[row] ?? 0;
      this.#alpha[pixel] = (this.#alpha[pixel] ?? 0) + far * (this.#direction[pixel] ?? 0);
      this.#rest[row] = (this.#rest[row] ?? 0) - far * (this.#product[row] ?? 0);
    }
    const before = this.#size;
    this.#size = this.#restSize();
    this.#turn(this.#size / before);
  }

  #along(): number {
    let sum = 0;
    for (let row = 0; row < this.#band.length; row++)
      sum += (this.#direction[this.#band[row] ?? 0] ?? 0) * (this.#product[row] ?? 0);
    return sum;
  }

  #restSize(): number {
    let sum = 0;
    for (let row = 0; row < this.#rest.length; row++)
      sum += (this.#rest[row] ?? 0) ** 2 * (this.#scale[row] ?? 0);
    return sum;
  }

  /** Turns to what is left, and keeps some of the direction. @returns the size of what is left */
  #turn(keep: number): number {
    for (let row = 0; row < this.#band.length; row++) {
      const pixel = this.#band[row] ?? 0;
      this.#direction[pixel] =
        (this.#rest[row] ?? 0) * (this.#scale[row] ?? 0) + keep * (this.#direction[pixel] ?? 0);
    }
    return this.#restSize();
  }
}

/** Of each row, one over its own weight. */
function scaleOf({ weights }: MattingMatrix, n: number): Float32Array {
  const own = (rowLength - 1) / 2;
  const scale = new Float32Array(n);
  for (let row = 0; row < n; row++)
    scale[row] = 1 / ((weights[row * rowLength + own] ?? 0) + trust);
  return scale;
}

function multiply(
  matrix: MattingMatrix,
  { band, values, into }: { band: Int32Array; values: Float32Array; into: Float32Array },
): void {
  for (let row = 0; row < band.length; row++) {
    const pixel = band[row] ?? 0;
    into[row] = rowTimes(matrix, values, { row, pixel }, trust * (values[pixel] ?? 0));
  }
}
