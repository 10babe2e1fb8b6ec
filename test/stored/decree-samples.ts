/** Decrees, as they lie in the table of what waits for its time. */
import { DecreeTable } from "#shared/decree/decree-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { aDecree } from "../support/decree-table-contract.ts";
import type { Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const decrees = async (tables: Tables) =>
  new DecreeTable(tables.db, await tables.name("contact-change-table"));

export const decreeSamples: Readonly<Record<string, Sample>> = {
  decree: {
    table: "contact-change-table",
    key: /^dec_/,
    write: async (tables) =>
      await writeTogether(tables.db, [
        (await decrees(tables)).adding({ ...aDecree, until: "2028-03-31", obstacle: "refused" }),
      ]),
    read: async (tables) => (await decrees(tables)).of(aDecree.employeeId),
  },
};
