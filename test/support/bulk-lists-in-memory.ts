import type { BulkId } from "#shared/bulk/bulk.ts";
import type { BulkList, BulkLists } from "#shared/bulk-change/bulk-change.ts";

/** The lists of bulk changes without DynamoDB; runs the same contract test (bulk-list-table-contract.ts). */
export class BulkListsInMemory implements BulkLists {
  readonly #lists = new Map<BulkId, BulkList>();

  async find(id: BulkId): Promise<BulkList | undefined> {
    return this.#lists.get(id);
  }

  async keep(list: BulkList): Promise<void> {
    if (!this.#lists.has(list.bulkId)) this.#lists.set(list.bulkId, list);
  }

  async noteRefused(id: BulkId, refused: BulkList["refused"]): Promise<void> {
    if (Object.keys(refused).length === 0) return;
    const list = this.#lists.get(id);
    if (!list) throw new Error("There is no such list.");
    this.#lists.set(id, { ...list, refused: { ...list.refused, ...refused } });
  }
}
