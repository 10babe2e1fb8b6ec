import type { EmailChange, EmailChanges } from "#shared/session/email-change.ts";

/** The changes of addresses that wait, without DynamoDB; runs the same contract test (email-change-table-contract.ts). */
export class EmailChangesInMemory implements EmailChanges {
  readonly #changes = new Map<string, EmailChange>();

  async set(change: EmailChange): Promise<void> {
    this.#changes.set(change.employeeId, change);
  }

  async find(employeeId: string): Promise<EmailChange | undefined> {
    return this.#changes.get(employeeId);
  }

  async take({ employeeId, id }: Pick<EmailChange, "employeeId" | "id">): Promise<boolean> {
    return this.#changes.get(employeeId)?.id === id && this.#changes.delete(employeeId);
  }

  async due(now: Date, limit: number): Promise<EmailChange[]> {
    return [...this.#changes.values()]
      .filter(({ effectiveFrom }) => effectiveFrom <= now.toISOString())
      .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
      .slice(0, limit);
  }
}
