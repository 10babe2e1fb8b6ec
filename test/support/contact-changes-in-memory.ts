import type { ContactChange, ContactChanges } from "#shared/session/contact-change.ts";

const keyOf = ({ employeeId, field }: Pick<ContactChange, "employeeId" | "field">) =>
  `${employeeId}/${field}`;

/** The changes that wait, without DynamoDB; runs the same contract test (contact-change-table-contract.ts). */
export class ContactChangesInMemory implements ContactChanges {
  readonly #changes = new Map<string, ContactChange>();

  async set(change: ContactChange): Promise<void> {
    this.#changes.set(keyOf(change), change);
  }

  async of(employeeId: string): Promise<ContactChange[]> {
    return [...this.#changes.values()]
      .filter((change) => change.employeeId === employeeId)
      .toSorted((a, b) => a.field.localeCompare(b.field));
  }

  async take(change: Pick<ContactChange, "employeeId" | "field" | "id">): Promise<boolean> {
    const key = keyOf(change);
    return this.#changes.get(key)?.id === change.id && this.#changes.delete(key);
  }

  async due(now: Date, limit: number): Promise<ContactChange[]> {
    return [...this.#changes.values()]
      .filter(({ effectiveFrom }) => effectiveFrom <= now.toISOString())
      .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
      .slice(0, limit);
  }
}
