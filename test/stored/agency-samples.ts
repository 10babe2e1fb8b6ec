import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BoardTable } from "#shared/desk/board-table.ts";
import { WritableWorkCalendarTable } from "#shared/workday/writable-work-calendar-table.ts";
import { anAgency } from "../support/agency-table-contract.ts";
import { anEntry } from "../support/audit-table-contract.ts";
import { aBoard } from "../support/board-table-contract.ts";
import {
  anAgencyCalendar,
  aYear,
  calendarLine,
  whole,
} from "../support/work-calendar-table-contract.ts";
import type { Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";
import { trainingSamples } from "./training-samples.ts";

const agencies = async (tables: Tables) =>
  new WritableAgencyTable(
    tables.db,
    await tables.name("agency-table"),
    new AuditTable(tables.db, await tables.name("audit-table")),
  );

const calendars = async (tables: Tables) =>
  new WritableWorkCalendarTable(
    tables.db,
    await tables.name("agency-table"),
    new AuditTable(tables.db, await tables.name("audit-table")),
  );

/** They lie beside agencies, under kinds of their own. */
export const calendarSamples = {
  ...trainingSamples,
  "national-calendar": {
    table: "agency-table",
    key: /^2026$/,
    write: async (tables) =>
      (await calendars(tables)).saveNational(aYear(), calendarLine("holidays#2026", 1), whole),
    read: async (tables) => (await calendars(tables)).national(2026),
  },
  "agency-calendar": {
    table: "agency-table",
    key: /^ins_/,
    write: async (tables) =>
      (await calendars(tables)).saveAgency(
        anAgencyCalendar(),
        calendarLine("calendar#ins_contoh", 1),
        whole,
      ),
    read: async (tables) => (await calendars(tables)).agency("ins_contoh"),
  },
  "changed-days": {
    table: "agency-table",
    key: /^2026-11-21T.* holidays#2026 1$/,
    write: async (tables) =>
      (await calendars(tables)).saveNational(aYear(), calendarLine("holidays#2026", 1), whole),
    read: async (tables) => (await calendars(tables)).uncounted(),
  },
} satisfies Readonly<Record<string, Sample>>;

const boards = async (tables: Tables) =>
  new BoardTable(tables.db, await tables.name("agency-table"));

/** It lies beside the agency, under another kind. */
export const boardSample: Sample = {
  table: "agency-table",
  key: /^ins_/,
  write: async (tables) => (await boards(tables)).put(aBoard()),
  read: async (tables) => (await boards(tables)).find("ins_contoh"),
};

export const agencySample: Sample = {
  table: "agency-table",
  key: /^ins_/,
  write: async (tables) => {
    const agency = anAgency({
      palette: "senja",
      texts: {
        ...{ subtitle: "Kabupaten Contoh", contact: "Hubungi BKPSDM." },
        ...{ finder: "Serahkan.", issuerHeading: "Diterbitkan oleh" },
      },
    });
    const line = anEntry({ subjectId: "agency#ins_contoh", revision: 1 });
    await (await agencies(tables)).save(agency, line);
  },
  read: async (tables) => (await agencies(tables)).list(),
};
