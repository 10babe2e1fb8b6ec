/** The records that a file is compared with. */
import type { Agencies } from "#shared/agency/agencies.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { isSameAgency } from "#shared/employee/spellings.ts";
import type { ComparedWith } from "#shared/import/compare-records.ts";
import { UsageError } from "./command.ts";
import { type Cloud, findCloud } from "./find-cloud.ts";
import { readOutputs } from "./stack-outputs.ts";

export interface Records extends ComparedWith {
  readonly agencies: Pick<Agencies, "list">;
}

/**
 * The records and agencies of whatever is there (`findCloud`).
 * @returns undefined when nothing is deployed from here, and no embedded cloud runs
 */
export async function findRecords(
  places: Parameters<typeof findCloud>[0],
): Promise<Records | undefined> {
  const cloud = await findCloud(places);
  return cloud && tablesIn(cloud);
}

export function tablesIn({ outputs, db }: Pick<Cloud, "outputs" | "db">): Records {
  const names = readOutputs(outputs, ["EmployeeTable", "MarkerTable", "AgencyTable", "UnitTable"]);
  return {
    employees: new EmployeeTable(db, names.EmployeeTable, new MarkerTable(db, names.MarkerTable)),
    units: new UnitTable(db, names.UnitTable),
    agencies: new AgencyTable(db, names.AgencyTable),
  };
}

/**
 * Which agency a file is of: the one that was named, else the one with the name that stands in it.
 * @param said "Pemerintah Kab. Contoh"
 * @returns undefined when no agency has that name
 * @throws UsageError when the one that was named is not there
 */
export async function agencyOf(
  { agencies }: Pick<Records, "agencies">,
  { wanted, said }: { readonly wanted: string | undefined; readonly said: string },
): Promise<string | undefined> {
  const known = await agencies.list();
  if (wanted === undefined) return known.find(({ name }) => isSameAgency(name, said))?.id;
  if (known.some(({ id }) => id === wanted)) return wanted;
  throw new UsageError(
    `Instansi ${wanted} tidak ada. Yang ada: ${known.map(({ id }) => id).join(", ")}.`,
  );
}
