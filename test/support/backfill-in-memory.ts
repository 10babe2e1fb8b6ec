import type { Backfill, Backfills, CardPage } from "#shared/card/backfill-progress.ts";
import type { CardsInMemory } from "./cards-in-memory.ts";

/** A backfill's table without DynamoDB, over these cards; runs the same contract test (backfill-table-contract.ts). */
export class BackfillInMemory implements Backfills {
  readonly #cards: CardsInMemory;
  readonly #pageSize: number;
  #progress: Backfill | undefined;

  constructor(cards: CardsInMemory, { pageSize = 3 } = {}) {
    this.#cards = cards;
    this.#pageSize = pageSize;
  }

  async find(): Promise<Backfill | undefined> {
    return this.#progress;
  }

  async save(progress: Backfill): Promise<boolean> {
    if ((this.#progress?.step ?? 0) !== progress.step - 1) return false;
    this.#progress = progress;
    return true;
  }

  async page(cursor: string | undefined): Promise<CardPage> {
    const start = Number(cursor ?? 0);
    const all = this.#cards.all();
    const end = start + this.#pageSize;
    const cards = all.slice(start, end).map(([employeeId, { templateVersion, signedBy }]) => ({
      ...{ employeeId, templateVersion, signedBy },
    }));
    return { cards, next: end < all.length ? String(end) : undefined };
  }
}
