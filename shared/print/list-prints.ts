import type { Officer } from "#shared/access/scope.ts";
import { type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { reachesPrint } from "./find-print.ts";
import { type Print, type PrintProgress, progressOf } from "./print.ts";
import type { Prints } from "./prints.ts";

/** The most prints of one list. */
const mostPrints = 50;

/** How far a print is, with the names of those who lack a photo. */
export interface PrintStanding extends PrintProgress {
  readonly lacking: readonly { readonly id: EmployeeId; readonly name: string }[];
}

/** An officer's prints of the last 24 hours, newest first, without those of an agency or unit that the officer has left. */
export async function listPrints(
  {
    employees,
    prints,
    clock,
  }: { employees: Pick<Employees, "findAll">; prints: Pick<Prints, "ofOfficer">; clock: Clock },
  by: Officer,
): Promise<readonly (Print & PrintStanding)[]> {
  const now = clock.now();
  const all = await prints.ofOfficer(by.employeeId, now, mostPrints);
  const own = all.filter((print) => reachesPrint(by, print));
  const standings = await standingsOf(employees, own, now);
  return standings.flatMap((standing, i) => (own[i] ? [{ ...own[i], ...standing }] : []));
}

/** The progress of these prints. People who have a photo by now, or work elsewhere, are no longer named. */
export async function standingsOf(
  employees: Pick<Employees, "findAll">,
  prints: readonly Print[],
  now: Date,
): Promise<readonly PrintStanding[]> {
  const found = await employees.findAll(prints.flatMap(({ lackingIds }) => lackingIds));
  return prints.map((print) => ({
    ...progressOf(print, now),
    lacking: print.lackingIds.flatMap((id) => {
      const person = found.get(id);
      const isStillLacking =
        person?.instansiId === print.instansiId &&
        print.units.includes(person.unitKerja) &&
        person.photoId === undefined;
      return isStillLacking ? [{ id, name: fullName(person) }] : [];
    }),
  }));
}
