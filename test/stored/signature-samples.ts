import { KeyListTable } from "#shared/card/key-list-table.ts";
import { RevokedKeysTable } from "#shared/card/revoked-keys-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { aSignature } from "../support/signatures-in-memory.ts";
import type { Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const signatures = async (tables: Tables) =>
  new SignatureTable(tables.db, await tables.name("card-table"));
const revokedKeys = async (tables: Tables) =>
  new RevokedKeysTable(tables.db, await tables.name("card-table"));
const keptKeys = async (tables: Tables) =>
  new KeyListTable(tables.db, await tables.name("card-table"));
const of = { employeeId: "emp_siti", contentHash: "c3" } as const;

export const signatureSamples: Readonly<Record<string, Sample>> = {
  "card-signature": {
    table: "card-table",
    key: /^signature#/,
    write: async (tables) => (await signatures(tables)).keep("c3", aSignature(), undefined),
    read: async (tables) => {
      const table = await signatures(tables);
      return { found: await table.find("c3"), due: await table.due("2028-09-22", 9) };
    },
  },
  "status-place": {
    table: "card-table",
    key: /^place#/,
    write: async (tables) => (await signatures(tables)).takePlace(of),
    // Nothing reads whom a place stands for yet; it is a number that is not given out again.
    read: async (tables) => (await tables.items("card-table", /^place#/)).length,
  },
  "status-count": {
    table: "card-table",
    key: /^places$/,
    write: async (tables) => (await signatures(tables)).takePlace(of),
    read: async (tables) => (await (await signatures(tables)).takePlace(of)) < 65_536,
  },
  "revoked-keys": {
    table: "card-table",
    key: /^revoked-keys$/,
    write: async (tables) => (await revokedKeys(tables)).add("0a1b"),
    read: async (tables) => [...(await (await revokedKeys(tables)).all())],
  },
  "key-list": {
    table: "card-table",
    key: /^key-list$/,
    write: async (tables) => (await keptKeys(tables)).keep("{}", 1),
    read: async (tables) => (await keptKeys(tables)).read(),
  },
  "agency-numbers": {
    table: "card-table",
    key: /^agency-numbers$/,
    write: async (tables) => (await signatures(tables)).numberOf("ins_contoh"),
    read: async (tables) => (await signatures(tables)).numberOf("ins_contoh"),
  },
};
