/** Transfers to another agency, as they lie in the table of what waits for its time. */
import { AuditTable } from "#shared/audit/audit-table.ts";
import { TransferTable } from "#shared/transfer/transfer-table.ts";
import { aTransfer } from "../support/transfer-table-contract.ts";
import type { Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const transfers = async (tables: Tables) =>
  new TransferTable(
    tables.db,
    await tables.name("contact-change-table"),
    new AuditTable(tables.db, await tables.name("audit-table")),
  );

export const transferSamples: Readonly<Record<string, Sample>> = {
  transfer: {
    table: "contact-change-table",
    key: /^transfer#emp_/,
    write: async (tables) => await (await transfers(tables)).save(aTransfer, []),
    read: async (tables) => (await transfers(tables)).find(aTransfer.employeeId),
  },
};
