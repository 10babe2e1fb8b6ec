/** Letters and the registers of their numbers, as they lie in their table. */
import { AuditTable } from "#shared/audit/audit-table.ts";
import { profileEntry } from "#shared/letter/letter-entry.ts";
import { LetterProfileTable } from "#shared/letter/letter-profile-table.ts";
import { LetterTable } from "#shared/letter/letter-table.ts";
import { NumberRegisterTable } from "#shared/letter/number-register-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { aFace, aLetter, aNumber, lineOfLetter } from "../support/letter-table-contract.ts";
import { aProfile } from "../support/letters.ts";
import { at, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const table = "letter-table";
const letters = async (tables: Tables) => {
  const history = new AuditTable(tables.db, await tables.name("audit-table"));
  return new LetterTable(tables.db, await tables.name(table), history);
};
const registers = async (tables: Tables) =>
  new NumberRegisterTable(tables.db, await tables.name(table));
const profiles = async (tables: Tables) => {
  const history = new AuditTable(tables.db, await tables.name("audit-table"));
  return new LetterProfileTable(tables.db, await tables.name(table), history);
};
const instansiId = "ins_contoh";
const year = { instansiId, year: "2026" };
const read = async (tables: Tables) => [
  await (await registers(tables)).read(year, { from: 1, count: 9 }),
];

export const letterSamples: Readonly<Record<string, Sample>> = {
  letter: {
    ...{ table, key: /^ltr_/ },
    write: async (tables) => {
      const signed = aLetter({
        ...({ state: "signed", face: aFace() } as const),
        number: { year: "2026", urut: 5, inserted: 1 },
      });
      await (await letters(tables)).save(signed, lineOfLetter(signed));
    },
    read: async (tables) => [await (await letters(tables)).find("ltr_1")],
  },
  "letter-profile": {
    ...{ table, key: /^profile#/ },
    write: async (tables) => {
      const profile = { ...aProfile({ copies: ["Inspektur"] }), instansiId, revision: 1 };
      const line = profileEntry(profile, { by: "emp_budi", at: new Date(at), reason: "Awal" });
      await (await profiles(tables)).save(profile, line);
    },
    read: async (tables) => [await (await profiles(tables)).find(instansiId)],
  },
  "letter-number": {
    ...{ table, key: /^register#/, read },
    write: async (tables) => {
      const entry = aNumber({ inserted: 1, state: "void", reason: "Batal" });
      const { write, taken } = (await registers(tables)).entering(entry);
      await writeTogether(tables.db, [{ write, taken }]);
    },
  },
  "letter-counter": {
    ...{ table, key: /^register#/, read },
    write: async (tables) => {
      await (await registers(tables)).take(year, "ltr_1");
    },
  },
};
