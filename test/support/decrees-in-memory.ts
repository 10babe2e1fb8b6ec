import { type Decree, type DecreeId, orderOf } from "#shared/decree/decree.ts";
import {
  type DecreePage,
  type DecreeQuery,
  type DecreeShard,
  type Decrees,
  listedAt,
} from "#shared/decree/decrees.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** Decrees without DynamoDB; runs the same contract test (decree-table-contract.ts). All are in one shard. */
export class DecreesInMemory implements Decrees {
  readonly #decrees = new Map<DecreeId, Decree>();

  constructor(...decrees: readonly Decree[]) {
    for (const decree of decrees) this.#decrees.set(decree.id, decree);
  }

  get all(): readonly Decree[] {
    return [...this.#decrees.values()];
  }

  async find(person: EmployeeId, id: DecreeId): Promise<Decree | undefined> {
    const found = this.#decrees.get(id);
    return found?.employeeId === person ? found : undefined;
  }

  async of(person: EmployeeId): Promise<readonly Decree[]> {
    return this.all.filter(({ employeeId }) => employeeId === person);
  }

  adding(decree: Decree): JoinedWrite {
    return stepInMemory("request-repeated", {
      holds: () => !this.#decrees.has(decree.id),
      write: () => void this.#decrees.set(decree.id, decree),
    });
  }

  replacing(next: Decree): JoinedWrite {
    return stepInMemory("decree-over", {
      holds: () => this.#decrees.get(next.id)?.revision === next.revision - 1,
      write: () => void this.#decrees.set(next.id, next),
    });
  }

  async replace(next: Decree): Promise<void> {
    writeInMemory([this.replacing(next)]);
  }

  async *due(shard: DecreeShard, now: Date): AsyncGenerator<readonly Decree[]> {
    const due = this.all
      .filter(({ state, actsAt }) => state === "waiting" && actsAt <= now.toISOString())
      .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    if (shard === "0" && due.length > 0) yield due;
  }

  async listed(instansiId: string, { limit, from = "" }: DecreeQuery): Promise<DecreePage> {
    const places = this.all
      .flatMap((each) => {
        const place = listedAt(each);
        return each.instansiId === instansiId && place && place > from ? [{ each, place }] : [];
      })
      .toSorted((a, b) => (a.place < b.place ? -1 : 1));
    const kept = places.slice(0, limit);
    const next = places.length > limit ? kept.at(-1)?.place : undefined;
    return { items: kept.map(({ each }) => each), next };
  }
}
