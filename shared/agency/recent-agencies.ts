import type { Clock } from "#shared/runtime/clock.ts";
import type { Agencies } from "./agencies.ts";
import type { Agency } from "./agency.ts";

/** How old an answer may be, milliseconds. */
const freshMs = 60_000;
/** How many agencies are remembered at most. */
const most = 200;

/**
 * The agencies as they were at most a minute ago: for functions that are asked at every request. An older answer only shows a card
 * in its former look, or a clock in its former zone, for that minute: whoever draws reads the table itself.
 */
export class RecentAgencies implements Pick<Agencies, "find"> {
  readonly #agencies: Pick<Agencies, "find">;
  readonly #clock: Clock;
  readonly #known = new Map<
    string,
    { readonly agency: Agency | undefined; readonly until: number }
  >();

  constructor(agencies: Pick<Agencies, "find">, clock: Clock) {
    this.#agencies = agencies;
    this.#clock = clock;
  }

  async find(id: string): Promise<Agency | undefined> {
    const now = this.#clock.now().getTime();
    const known = this.#known.get(id);
    if (known && now < known.until) return known.agency;
    const agency = await this.#agencies.find(id);
    if (this.#known.size >= most) this.#known.clear();
    this.#known.set(id, { agency, until: now + freshMs });
    return agency;
  }
}
