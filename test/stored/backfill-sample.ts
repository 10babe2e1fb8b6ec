/** How far a redrawing of all cards is, as it lies in its table. */
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { at, type Sample } from "./sample.ts";

export const backfillSample: Sample = {
  table: "card-table",
  key: /^backfill$/,
  write: async (tables) =>
    new BackfillTable(tables.db, await tables.name("card-table")).save({
      goal: "t2",
      state: "running",
      cursor: "card#emp_siti",
      seen: 9,
      asked: 4,
      startedAt: at,
      updatedAt: at,
      step: 1,
    }),
  read: async (tables) => new BackfillTable(tables.db, await tables.name("card-table")).find(),
  dropped: ["templateVersion"],
};
