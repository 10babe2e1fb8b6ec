/** Bulk work, as it lies in its table. */
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { aBulk } from "../support/bulk-table-contract.ts";
import { now, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const bulks = async (tables: Tables) => new BulkTable(tables.db, await tables.name("bulk-table"));

export const bulkSamples: Readonly<Record<string, Sample>> = {
  bulk: {
    table: "bulk-table",
    key: /^blk_/,
    write: async (tables) => {
      const table = await bulks(tables);
      await writeTogether(tables.db, [table.starting(aBulk())]);
      await table.move(aBulk(), { next: "new:1", done: 2, unchanged: 1, refused: 1 }, now);
    },
    read: async (tables) => {
      const table = await bulks(tables);
      const due = await table.due(new Date("2027-01-01"), 9);
      return { found: await table.find(aBulk().id), due };
    },
  },
};
