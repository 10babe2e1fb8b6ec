/** Exports, as they lie in their table. */
import { ExportTable } from "#shared/export/export-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { anExport } from "../support/export-table-contract.ts";
import { now, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const exports = async (tables: Tables) =>
  new ExportTable(tables.db, await tables.name("export-table"));

export const exportSamples: Readonly<Record<string, Sample>> = {
  export: {
    table: "export-table",
    key: /^exp_/,
    write: async (tables) => {
      const table = await exports(tables);
      const item = anExport({ units: ["Dinas Kesehatan"], status: "active", q: "siti" });
      await table.add(item);
      await table.advance(item.id, { state: "large", total: 501 }, now);
      const seen = await table.find(item.id);
      const asked = {
        approvalId: "apr_0123456789abcdefghjkmnpqrs",
        endsAt: "2026-12-04T00:00:00.000Z",
      } as const;
      if (seen) await writeTogether(tables.db, [table.asking(seen, asked, now)]);
    },
    read: async (tables) => {
      const table = await exports(tables);
      const { id, officerId } = anExport();
      return { found: await table.find(id), listed: await table.ofOfficer(officerId, now, 9) };
    },
  },
};
