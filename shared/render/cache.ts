/** So many values by their keys: a new one takes the place of the one that is known longest. */
export class Cache<Value> {
  readonly #known = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What is known by the key, or is made now. */
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
