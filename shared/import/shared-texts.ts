/** How many characters stand together. */
const blockLength = 65_536;

/**
 * The texts that the cells of a workbook name by number, of which nearly every person has some. They stand one behind the other in
 * long strings: a string of its own each would take three times the memory.
 */
export class SharedTexts {
  readonly #blocks: string[] = [];
  /** Of each text: its block, and where it ends there. */
  #places = new Uint32Array(2 * 1024);
  #count = 0;
  #pending: string[] = [];
  #length = 0;

  add(text: string): void {
    if (this.#length + text.length > blockLength) this.end();
    this.#pending.push(text);
    this.#length += text.length;
    if (2 * this.#count >= this.#places.length) {
      const longer = new Uint32Array(2 * this.#places.length);
      longer.set(this.#places);
      this.#places = longer;
    }
    this.#places.set([this.#blocks.length, this.#length], 2 * this.#count);
    this.#count += 1;
  }

  /** No more come. */
  end(): void {
    this.#blocks.push(this.#pending.join(""));
    this.#pending = [];
    this.#length = 0;
  }

  /** Empty when there is none of that number. */
  at(i: number): string {
    if (!Number.isInteger(i) || i < 0 || i >= this.#count) return "";
    const [block, end] = [this.#places[2 * i] ?? 0, this.#places[2 * i + 1]];
    const isFirst = i === 0 || this.#places[2 * i - 2] !== block;
    return this.#blocks[block]?.slice(isFirst ? 0 : this.#places[2 * i - 1], end) ?? "";
  }
}
