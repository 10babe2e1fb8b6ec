/** Bulk work and imports, as they lie in their tables. */
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { BulkListTable } from "#shared/bulk-change/bulk-list-table.ts";
import { isJudged } from "#shared/import/import.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { aBulkList } from "../support/bulk-list-table-contract.ts";
import { aBulk } from "../support/bulk-table-contract.ts";
import { anImport } from "../support/imports.ts";
import { now, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const bulks = async (tables: Tables) => new BulkTable(tables.db, await tables.name("bulk-table"));
const imports = async (tables: Tables) =>
  new ImportTable(tables.db, await tables.name("import-table"));
const approvalId = `apr_${"0".repeat(26)}` as const;

export const bulkSamples: Readonly<Record<string, Sample>> = {
  bulk: {
    table: "bulk-table",
    key: /^blk_[^#]+$/,
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
  "bulk-list": {
    table: "bulk-table",
    key: /^blk_.*#people$/,
    write: async (tables) => {
      const table = new BulkListTable(tables.db, await tables.name("bulk-table"));
      await table.keep(aBulkList());
      await table.noteRefused(aBulkList().bulkId, { "1": "record-changed" });
    },
    read: async (tables) =>
      new BulkListTable(tables.db, await tables.name("bulk-table")).find(aBulkList().bulkId),
  },
  import: {
    table: "import-table",
    key: /^imp_/,
    write: async (tables) => {
      const table = await imports(tables);
      const judged = await table.add(anImport());
      if (!isJudged(judged)) throw new Error("The sample is not judged.");
      await writeTogether(tables.db, [table.asking(judged, { mode: "good-rows", approvalId })]);
      await writeTogether(tables.db, [table.applying(judged.id, approvalId, aBulk().id)]);
    },
    read: async (tables) => {
      const table = await imports(tables);
      const listed = await table.ofAgency("ins_contoh", 9);
      return { found: await table.find(anImport().id), listed };
    },
  },
};
