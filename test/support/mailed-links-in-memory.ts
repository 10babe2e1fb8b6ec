import type { MailedLink, MailedLinks } from "#shared/session/mailed-link.ts";

/** The table of links without DynamoDB; runs the same contract test (mailed-link-table-contract.ts). */
export class MailedLinksInMemory implements MailedLinks {
  readonly #links = new Map<string, MailedLink>();

  get all(): readonly MailedLink[] {
    return [...this.#links.values()];
  }

  async add(link: MailedLink): Promise<void> {
    if (this.#links.has(link.id)) throw new Error("This link exists.");
    this.#links.set(link.id, link);
  }

  async find(id: string): Promise<MailedLink | undefined> {
    return this.#links.get(id);
  }

  async use(id: string, at: Date): Promise<boolean> {
    const link = this.#links.get(id);
    if (!link || link.usedAt) return false;
    this.#links.set(id, { ...link, usedAt: at.toISOString() });
    return true;
  }
}
