/** Who is in the records and not in a file. */
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { statusOf } from "#shared/employee/kedudukan-hukum.ts";
import type { JudgedFile } from "./judge-file.ts";

export type GoneRecord = Pick<Employee, "id" | "nip" | "name" | "unitKerja">;

/**
 * Unit by unit, as the index has them, and in a unit by name, because people look at them one by one: one unit's at most are in memory.
 * @yields those of a unit
 */
export async function* gonePeople(
  employees: Pick<Employees, "inAgency">,
  file: Pick<JudgedFile, "has">,
  instansiId: string,
): AsyncGenerator<readonly GoneRecord[]> {
  let unit: GoneRecord[] = [];
  for await (const record of employees.inAgency(instansiId)) {
    if (!isGone(record, file)) continue;
    const { id, nip, name, unitKerja } = record;
    if (unit[0] && unit[0].unitKerja !== unitKerja) {
      yield byName(unit);
      unit = [];
    }
    unit.push({ id, nip, name, unitKerja });
  }
  if (unit.length > 0) yield byName(unit);
}

function byName(people: readonly GoneRecord[]): GoneRecord[] {
  return people.toSorted((a, b) => a.name.localeCompare(b.name, "id"));
}

/** Who stands in the file under a former number is not gone. */
function isGone(
  { nip, formerNips = [], kedudukanHukum }: Employee,
  { has }: Pick<JudgedFile, "has">,
) {
  const numbers = [nip, ...formerNips.map((former) => former.nip)];
  return statusOf(kedudukanHukum) !== "ended" && !numbers.some(has);
}
