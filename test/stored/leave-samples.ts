import { LeaveLedgerTable } from "#shared/leave/leave-ledger-table.ts";
import { aMovement, anAbsence, aStoredLeave } from "../support/leave-ledger-contract.ts";
import type { Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const table = "request-table";
const ledgers = async (tables: Tables) => new LeaveLedgerTable(tables.db, await tables.name(table));

const write = async (tables: Tables) => {
  const all = await ledgers(tables);
  const leaves = [{ ...aStoredLeave, reason: "keluarga-meninggal", extends: "req_0" } as const];
  const held = aMovement({ kind: "reserve", days: 3, cause: "req_1@1", leave: "req_1" });
  const joint = aMovement({ kind: "joint-leave", days: 1, joint: true, cause: "keppres" });
  const movements = [aMovement(), held, joint];
  await all.save(await all.find("emp_siti"), { movements, leaves }, anAbsence());
};

export const leaveSamples: Readonly<Record<string, Sample>> = {
  "leave-ledger": {
    ...{ table, key: /^leave#emp_siti(#2026)?$/, write },
    read: async (tables) => [await (await ledgers(tables)).find("emp_siti")],
  },
  "leave-year": {
    ...{ table, key: /^leave#emp_siti(#2026)?$/, write },
    read: async (tables) => (await (await ledgers(tables)).find("emp_siti")).movements,
  },
  "leave-absence": {
    ...{ table, key: /^away#/, write },
    read: async (tables) => {
      const place = { instansiId: "ins_contoh", unitKerja: "Bagian Umum" };
      return await (await ledgers(tables)).away(place, anAbsence());
    },
  },
};
