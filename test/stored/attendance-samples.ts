/** A month of somebody's attendance, as it lies in its table. */
import { AttendanceRulesTable } from "#shared/attendance/attendance-rules-table.ts";
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { PresenceKeyTable } from "#shared/gate/presence-key-table.ts";
import { siti } from "../support/attendance.ts";
import { attendanceRules, rulesEntry } from "../support/attendance-rules-contract.ts";
import { aMonth } from "../support/attendance-table-contract.ts";
import { aPresenceKey } from "../support/presence-keys-contract.ts";
import { at, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const table = "attendance-table";
const audit = async (tables: Tables) => new AuditTable(tables.db, await tables.name("audit-table"));
const months = async (tables: Tables) =>
  new AttendanceTable(tables.db, await tables.name(table), await audit(tables));
const rules = async (tables: Tables) =>
  new AttendanceRulesTable(tables.db, await tables.name(table), await audit(tables));
const phones = async (tables: Tables) => new PresenceKeyTable(tables.db, await tables.name(table));
const of = { instansiId: "ins_contoh", month: "2026-03" };

export const attendanceSamples: Readonly<Record<string, Sample>> = {
  "attendance-month": {
    table: "attendance-table",
    key: /^ins_contoh#/,
    write: async (tables) =>
      (await months(tables)).save(aMonth({ zone: "WIT", closed: { at, absentInYear: 3, run: 1 } })),
    read: async (tables) => ({
      found: await (await months(tables)).find(of, siti),
      closed: [...(await (await months(tables)).closings(of, { first: siti, last: siti }))],
    }),
  },
  "presence-key": {
    ...{ table, key: /^kode#/ },
    write: async (tables) => (await phones(tables)).save(aPresenceKey()),
    read: async (tables) => [await (await phones(tables)).find("ins_contoh", siti)],
  },
  "attendance-rules": {
    ...{ table, key: /^rules#/ },
    write: async (tables) => (await rules(tables)).save(attendanceRules(), rulesEntry()),
    read: async (tables) => [await (await rules(tables)).find("ins_contoh")],
  },
  "machine-pins": {
    ...{ table, key: /^pins#/ },
    write: async (tables) =>
      (await rules(tables)).savePins({
        ...{ instansiId: "ins_contoh", machine: "pintu", person: siti, pins: ["12", "7"] },
        revision: 1,
      }),
    read: async (tables) =>
      (await rules(tables)).pinsOf({ instansiId: "ins_contoh", machine: "pintu" }),
  },
};
