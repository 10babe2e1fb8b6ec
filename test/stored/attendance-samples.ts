/** A month of somebody's attendance, as it lies in its table. */
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { siti } from "../support/attendance.ts";
import { aMonth } from "../support/attendance-table-contract.ts";
import { at, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const months = async (tables: Tables) =>
  new AttendanceTable(tables.db, await tables.name("attendance-table"));
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
};
