/** The connected pieces (by sides) of a mask of 0 and 1, each as the pixels in it. */
export function pieces(mask: Uint8Array, width: number): Int32Array[] {
  const flood = new Flood(mask, { width, reach: 0 });
  const found: Int32Array[] = [];
  for (let i = mask.indexOf(1); i >= 0; i = flood.left.indexOf(1, i)) found.push(flood.take(i));
  return found;
}

/** 1 in the largest connected piece of a mask. */
export function largestPiece(mask: Uint8Array, width: number): Uint8Array {
  const all = pieces(mask, width);
  const largest = all.reduce<Int32Array>(
    (most, piece) => (piece.length > most.length ? piece : most),
    new Int32Array(),
  );
  const person = new Uint8Array(mask.length);
  for (let k = 0; k < largest.length; k++) person[largest[k] ?? 0] = 1;
  return person;
}

/** What of the mask is connected with the picture's edge; also by corners, so that a gap between hairs counts as open. */
export function reachedFromEdge(mask: Uint8Array, width: number, height: number): Uint8Array {
  const reached = mask.slice();
  const left = enclosedIn(mask, width, height);
  for (let i = left.indexOf(1); i >= 0; i = left.indexOf(1, i + 1)) reached[i] = 0;
  return reached;
}

/** What of the mask is not connected with the picture's edge, not even by corners. */
export function enclosedIn(mask: Uint8Array, width: number, height: number): Uint8Array {
  const flood = new Flood(mask, { width, reach: 1 });
  const takeAt = (i: number) => flood.left[i] && flood.take(i);
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) takeAt(y * width + x);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) takeAt(y * width + x);
  return flood.left;
}

/** Takes connected pixels out of a mask, by stretches of its rows. */
class Flood {
  /** 1 in what has not been taken yet. */
  readonly left: Uint8Array;
  readonly #width: number;
  readonly #reach: 0 | 1;
  /** All that were taken, piece after piece. */
  readonly #found: Int32Array;
  #end = 0;
  /** Pixels of stretches that are to be taken. */
  readonly #starts: number[] = [];

  /** @param reach 1 when corners connect, too */
  constructor(mask: Uint8Array, { width, reach }: { width: number; reach: 0 | 1 }) {
    this.left = mask.slice();
    this.#width = width;
    this.#reach = reach;
    this.#found = new Int32Array(mask.length);
  }

  /** What hangs together with a pixel; nothing when the mask is 0 there. */
  take(pixel: number): Int32Array {
    const from = this.#end;
    this.#starts.push(pixel);
    for (let i = this.#starts.pop(); i !== undefined; i = this.#starts.pop())
      if (this.left[i]) this.#takeStretch(i);
    return this.#found.subarray(from, this.#end);
  }

  #takeStretch(i: number): void {
    const { left } = this;
    const row = i - (i % this.#width);
    const rowEnd = row + this.#width;
    let [from, to] = [i, i + 1];
    while (from > row && left[from - 1]) from--;
    while (to < rowEnd && left[to]) to++;
    left.fill(0, from, to);
    const found = this.#found;
    let end = this.#end;
    for (let k = from; k < to; k++) found[end++] = k;
    this.#end = end;
    const [first, last] = [Math.max(from - this.#reach, row), Math.min(to + this.#reach, rowEnd)];
    this.#startIn(first - this.#width, last - this.#width);
    this.#startIn(first + this.#width, last + this.#width);
  }

  /** The first pixel of each stretch in a part of a row, which may lie outside. */
  #startIn(from: number, to: number): void {
    let before = 0;
    for (let i = from; i < to; i++) {
      const own = this.left[i] ?? 0;
      if (own > before) this.#starts.push(i);
      before = own;
    }
  }
}
