import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import {
  type DueChange,
  type OpenChange,
  type OpenChanges,
  patienceMs,
} from "#shared/employee/open-change.ts";

/** The open changes without DynamoDB; runs the same contract test (open-change-table-contract.ts). */
export class OpenChangesInMemory implements OpenChanges {
  readonly #changes = new Map<EmployeeId, OpenChange>();

  get all(): readonly OpenChange[] {
    return [...this.#changes.values()];
  }

  /** As a save does. */
  open({ id, revision, cardChangedAt }: Employee): void {
    const dueAt = new Date(Date.parse(cardChangedAt) + patienceMs).toISOString();
    this.#changes.set(id, { id, revision, since: cardChangedAt, dueAt });
  }

  async close(id: EmployeeId, revision: number): Promise<void> {
    const change = this.#changes.get(id);
    if (change && change.revision <= revision) this.#changes.delete(id);
  }

  async due(now: Date, limit: number): Promise<DueChange[]> {
    return this.all
      .flatMap((change) => (change.dueAt ? [{ ...change, dueAt: change.dueAt }] : []))
      .filter(({ dueAt }) => dueAt <= now.toISOString())
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
      .slice(0, limit);
  }

  async postpone(change: DueChange, until: Date): Promise<boolean> {
    return this.#update(change, { dueAt: until.toISOString() });
  }

  async giveUp(change: DueChange, at: Date): Promise<boolean> {
    return this.#update(change, { dueAt: undefined, givenUpAt: at.toISOString() });
  }

  #update({ id, revision, dueAt }: DueChange, to: Partial<OpenChange>): boolean {
    const now = this.#changes.get(id);
    if (!now || now.revision !== revision || now.dueAt !== dueAt) return false;
    this.#changes.set(id, { ...now, ...to });
    return true;
  }
}
