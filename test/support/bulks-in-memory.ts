import {
  type Bulk,
  type BulkId,
  type Bulks,
  type DueBulk,
  dueAfter,
  type Stepped,
  type Stop,
} from "#shared/bulk/bulk.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** The bulk table without DynamoDB; runs the same contract test (bulk-table-contract.ts). */
export class BulksInMemory implements Bulks {
  readonly #bulks = new Map<BulkId, Bulk>();

  get all(): readonly Bulk[] {
    return [...this.#bulks.values()];
  }

  async find(id: BulkId): Promise<Bulk | undefined> {
    return this.#bulks.get(id);
  }

  starting(bulk: Bulk): JoinedWrite {
    return stepInMemory("request-repeated", {
      holds: () => !this.#bulks.has(bulk.id),
      write: () => this.#bulks.set(bulk.id, bulk),
    });
  }

  async start(bulk: Bulk): Promise<void> {
    writeInMemory([this.starting(bulk)]);
  }

  async move(seen: Bulk, stepped: Stepped, at: Date): Promise<boolean> {
    const now = this.#bulks.get(seen.id);
    if (!now || now.cursor !== seen.cursor || now.state === "done") return false;
    const { dueAt: _, stop: __, stoppedBy: ___, ...rest } = now;
    const counted = {
      ...rest,
      done: now.done + stepped.done,
      unchanged: now.unchanged + stepped.unchanged,
      refused: now.refused + stepped.refused,
      movedAt: at.toISOString(),
      ...(stepped.total !== undefined && { total: stepped.total }),
    };
    if (stepped.next === undefined) this.#bulks.set(seen.id, { ...counted, state: "done" });
    else
      this.#bulks.set(seen.id, {
        ...counted,
        ...(now.stop && { stop: now.stop }),
        ...(now.stoppedBy && { stoppedBy: now.stoppedBy }),
        ...{ cursor: stepped.next, dueAt: dueAfter(at) },
      });
    return true;
  }

  async stop(id: BulkId, { why, at, by }: Stop): Promise<boolean> {
    const now = this.#bulks.get(id);
    if (now?.state !== "running") return false;
    const { dueAt: _, ...rest } = now;
    const stopped = { state: "stopped", stop: why, movedAt: at.toISOString() } as const;
    this.#bulks.set(id, { ...rest, ...stopped, ...(by && { stoppedBy: by }) });
    return true;
  }

  async due(now: Date, limit: number): Promise<DueBulk[]> {
    return this.all
      .filter((each) => each.state === "running")
      .flatMap((each) => (each.dueAt === undefined ? [] : [{ ...each, dueAt: each.dueAt }]))
      .filter(({ dueAt }) => dueAt <= now.toISOString())
      .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
      .slice(0, limit);
  }

  async postpone({ id, dueAt }: DueBulk, until: Date): Promise<boolean> {
    const now = this.#bulks.get(id);
    if (now?.state !== "running" || now.dueAt !== dueAt) return false;
    this.#bulks.set(id, { ...now, dueAt: until.toISOString() });
    return true;
  }
}
