/** Of each entry: two halves of its key, its row, and a digest. A row of 0 is a free place. */
const stride = 4;

/** A key in two whole numbers below 2 ** 32. */
export type Key = readonly [number, number];

export interface Entry {
  readonly row: number;
  readonly digest: number;
}

/**
 * Which row has a key first. It knows each person of a file by 16 bytes instead of some hundred, because it is all that is kept of a
 * row until the last one is read.
 */
export class RowIndex {
  #words = new Uint32Array(stride * 1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  find(key: Key): Entry | undefined {
    const at = this.#placeOf(key);
    const row = this.#words[at + 2] ?? 0;
    return row === 0 ? undefined : { row, digest: this.#words[at + 3] ?? 0 };
  }

  /** @returns the entry that was there already, which stays */
  add(key: Key, { row, digest }: Entry): Entry | undefined {
    const known = this.find(key);
    if (known) return known;
    if (2 * stride * this.#size >= this.#words.length) this.#grow();
    this.#words.set([...key, row, digest], this.#placeOf(key));
    this.#size += 1;
    return undefined;
  }

  #placeOf([high, low]: Key): number {
    const places = this.#words.length / stride;
    const mixed = Math.imul(Math.imul(high, 0x9e3779b1) ^ low, 0x85ebca6b);
    let at = stride * ((mixed ^ (mixed >>> 15)) & (places - 1));
    while (this.#words[at + 2] !== 0 && !(this.#words[at] === high && this.#words[at + 1] === low))
      at = (at + stride) % this.#words.length;
    return at;
  }

  #grow(): void {
    const before = this.#words;
    this.#words = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += stride) {
      const [high = 0, low = 0, row = 0, digest = 0] = before.subarray(at, at + stride);
      if (row !== 0) this.#words.set([high, low, row, digest], this.#placeOf([high, low]));
    }
  }
}

/** Two FNV-1a hashes of 32 bits: they tell equal texts from others, and keep nothing secret. */
export function digestOf(text: string): Key {
  let [a, b] = [0x811c9dc5, 0x1000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) + 1;
  }
  return [a >>> 0, b >>> 0];
}
