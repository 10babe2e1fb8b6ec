import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";
import { TransfersInMemory } from "../../support/transfers-in-memory.ts";

/** The only other agency; nobody has a role there. */
export const otherAgency = anAgency({ id: "ins_lain", name: "Pemerintah Kota Lain" });

export function transferTables() {
  return {
    agencies: new AgenciesInMemory(otherAgency),
    transfers: new TransfersInMemory(),
    photos: new PhotosInMemory(),
  };
}
