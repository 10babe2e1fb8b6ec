/** A cache of a fixed number of values: a new value replaces the oldest one. */
export class Cache<Value> {
  readonly #known = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** The cached value of a key; makes it if there is none. */
  get(key: string, make: () => Value): Value {
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    const oldest = this.#known.keys().next().value;
    if (this.#known.size >= this.#most && oldest !== undefined) this.#known.delete(oldest);
    const made = make();
    this.#known.set(key, made);
    return made;
  }
}
