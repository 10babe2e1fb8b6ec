import type { Shelf, Store } from "../kernel/store.ts";

/** One key value store: what its functions read, and what its API changes. */
export interface KeyValueStore {
  readonly arn: string;
  /** Changes with every write. */
  etag(): string;
  get(key: string): string | undefined;
  entries(): readonly (readonly [string, string])[];
  /** @param value undefined deletes the key */
  set(key: string, value: string | undefined): void;
}

interface Stored {
  readonly version: number;
  readonly values: Readonly<Record<string, string>>;
}

/** The key value stores of the account. They keep what was written when their template is deployed again. */
export class KeyValueStores {
  readonly #shelf: Shelf<Stored>;

  constructor(store: Store) {
    this.#shelf = store.shelf<Stored>("cloudfront-key-value-stores");
  }

  ensure(arn: string): void {
    if (!this.#shelf.get(arn)) this.#shelf.set(arn, { version: 1, values: {} });
  }

  find(arn: string): KeyValueStore | undefined {
    const stored = () => this.#shelf.get(arn);
    if (!stored()) return undefined;
    const values = () => stored()?.values ?? {};
    return {
      arn,
      etag: () => `KV${stored()?.version ?? 0}`,
      get: (key) => (Object.hasOwn(values(), key) ? values()[key] : undefined),
      entries: () => Object.entries(values()),
      set: (key, value) => {
        const { [key]: _, ...others } = values();
        const next = value === undefined ? others : { ...others, [key]: value };
        this.#shelf.set(arn, { version: (stored()?.version ?? 0) + 1, values: next });
      },
    };
  }

  /** @throws Error naming the one that is not there */
  demand(arn: string): KeyValueStore {
    const store = this.find(arn);
    if (!store) throw new Error(`The embedded cloud does not know the key value store ${arn}.`);
    return store;
  }
}
