import type { AccountsApi } from "./accounts-api.ts";

type Records = AccountsApi["employees"];

/** The same records, of which those that were joined into another one are found by nobody who decides. */
export function standingRecords(employees: Records): Records {
  return {
    find: async (id) => {
      const record = await employees.find(id);
      return record?.joinedInto ? undefined : record;
    },
    findAll: (ids) => employees.findAll(ids),
    idOf: (nip) => employees.idOf(nip),
    findByEmail: (email) => employees.findByEmail(email),
    add: (...record) => employees.add(...record),
    save: (...revision) => employees.save(...revision),
    join: (...joining) => employees.join(...joining),
    unchanged: (seen) => employees.unchanged(seen),
    countIn: (...unit) => employees.countIn(...unit),
  };
}
