/** Of a browser's Cache API (Service Workers, W3C) what the page that scans uses: answers by their address. */
class CacheInMemory {
  readonly #origin: string;
  readonly #kept = new Map<string, Response>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async match(address: string): Promise<Response | undefined> {
    return this.#kept.get(this.#whole(address))?.clone();
  }

  async put(address: string, answer: Response): Promise<void> {
    this.#kept.set(this.#whole(address), answer);
  }

  async keys(): Promise<Request[]> {
    return [...this.#kept.keys()].map((address) => new Request(address));
  }

  #whole(address: string): string {
    return new URL(address, this.#origin).href;
  }
}

export class CachesInMemory {
  readonly #origin: string;
  readonly #caches = new Map<string, CacheInMemory>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async open(name: string): Promise<CacheInMemory> {
    const cache = this.#caches.get(name) ?? new CacheInMemory(this.#origin);
    this.#caches.set(name, cache);
    return cache;
  }
}
