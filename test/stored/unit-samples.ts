/** The tree of units, as it lies in its table. */
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { changeOfTree } from "../support/unit-table-contract.ts";
import { aUnit } from "../support/units-in-memory.ts";
import type { Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const unit = aUnit({
  ...{ id: "unt_dinas", name: "Dinas", parent: "unt_atas", into: "unt_lain", workId: "blk_1" },
});
const { instansiId } = unit;
const units = async (tables: Tables) => new UnitTable(tables.db, await tables.name("unit-table"));

const write = async (tables: Tables) => {
  const table = await units(tables);
  await table.write(changeOfTree({ saved: [unit], claimed: [{ unit, name: unit.name }] }));
  const register = new UnitRegisterTable(tables.db, await tables.name("unit-table"));
  await register.join({ instansiId, unitKerja: "DINAS" });
};

export const unitSamples: Readonly<Record<string, Sample>> = {
  unit: {
    table: "unit-table",
    key: /^unt_/,
    write,
    read: async (tables) => (await units(tables)).find(instansiId, unit.id),
  },
  "unit-name": {
    table: "unit-table",
    key: /^name#/,
    write,
    read: async (tables) =>
      (await units(tables)).namesFrom({ instansiId, begin: "dinas", limit: 9 }),
  },
  "unit-tree": {
    table: "unit-table",
    key: /^tree$/,
    write,
    read: async (tables) => (await units(tables)).treeRevision(instansiId),
  },
};
