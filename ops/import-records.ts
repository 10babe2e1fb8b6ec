/** The records that a file is compared with. */
import { existsSync } from "node:fs";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Employee } from "#shared/employee/employee.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { folded } from "#shared/employee/spellings.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { readAgencies } from "./agencies.ts";
import { UsageError } from "./command.ts";
import { embeddedCloud } from "./embedded-cloud.ts";
import { readOutputs } from "./stack-outputs.ts";

/** What `cdk deploy` is told to write in docs/operations.md. */
const usualOutputs = "cdk-outputs.json";

/**
 * The records of whatever is there: what the outputs name, else the embedded cloud.
 * @param outputs a file that was named
 * @returns undefined when nothing is deployed from here, and no embedded cloud runs
 */
export async function findRecords({
  outputs,
  home,
}: {
  readonly outputs?: string | undefined;
  readonly home: string;
}): Promise<Pick<Employees, "search"> | undefined> {
  const file = outputs ?? (existsSync(usualOutputs) ? usualOutputs : undefined);
  if (file !== undefined) return tableIn(file, documentClient());
  const cloud = await embeddedCloud(home);
  return cloud && tableIn(cloud.outputs, cloud.db);
}

function tableIn(outputs: string, db: DynamoDBDocumentClient): EmployeeTable {
  const names = readOutputs(outputs, ["EmployeeTable", "MarkerTable"]);
  return new EmployeeTable(db, names.EmployeeTable, new MarkerTable(db, names.MarkerTable));
}

const pageSize = 100;

/** Everybody of an agency. @throws UsageError when a record cannot be read: the comparison would call it new */
export async function allOf(
  employees: Pick<Employees, "search">,
  instansiId: string,
): Promise<readonly Employee[]> {
  const records: Employee[] = [];
  let from: string | undefined;
  do {
    const query = { instansiId, words: [], limit: pageSize, from, fits: () => true };
    const page = await employees.search(query);
    if (page.unreadable > 0)
      throw new UsageError(`${page.unreadable} data pegawai ${instansiId} tidak dapat dibaca.`);
    records.push(...page.items);
    from = page.next;
  } while (from !== undefined);
  return records;
}

/**
 * Which agency a file is of: the one that was named, else the one with the name that stands in it.
 * @param said "Pemerintah Kab. Contoh"
 * @throws UsageError when the one that was named is not there
 */
export function agencyOf(
  template: string,
  { wanted, said }: { readonly wanted: string | undefined; readonly said: string },
): string | undefined {
  const agencies = Object.entries(readAgencies(template).agencies);
  if (wanted === undefined)
    return agencies.find(([, { name }]) => wholeName(name) === wholeName(said))?.[0];
  if (agencies.some(([id]) => id === wanted)) return wanted;
  throw new UsageError(
    `Instansi ${wanted} tidak ada. Yang ada: ${agencies.map(([id]) => id).join(", ")}.`,
  );
}

/** With the abbreviations of SIASN's lists written out. */
function wholeName(name: string): string {
  return folded(
    name
      .replace(/\bpemkab\b\.?/i, "Pemerintah Kabupaten")
      .replace(/\bpemkot\b\.?/i, "Pemerintah Kota")
      .replace(/\bpemprov\b\.?/i, "Pemerintah Provinsi")
      .replace(/\bkab\b\.?/i, "Kabupaten")
      .replace(/\bprov\b\.?/i, "Provinsi"),
  );
}
