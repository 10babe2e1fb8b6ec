/** Papers and their withdrawals, as they lie in their table. */
import { DocumentTable } from "#shared/document/document-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { aDocument } from "../support/document-table-contract.ts";
import { at, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const paper = "0".repeat(64);
const withdrawn = { kind: "request-proof", number: "LAIN0-00000" };
const documentsOf = async (tables: Tables) =>
  new DocumentTable(tables.db, await tables.name("document-table"));

export const documentSamples: Readonly<Record<string, Sample>> = {
  document: {
    table: "document-table",
    key: /^0{64}$/,
    write: async (tables) => {
      await (await documentsOf(tables)).add(paper, {
        ...aDocument({ initials: "S.R." }),
        personId: "emp_siti",
      });
    },
    read: async (tables) => [await (await documentsOf(tables)).find(paper)],
  },
  "document-revocation": {
    table: "document-table",
    key: /^revoked#/,
    write: async (tables) => {
      const revoked = { ...withdrawn, revokedAt: at, personId: "emp_siti" };
      await writeTogether(tables.db, [(await documentsOf(tables)).revoking(revoked)]);
    },
    read: async (tables) => [await (await documentsOf(tables)).revokedAt(withdrawn)],
  },
};
