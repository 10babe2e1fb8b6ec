import { type Officer, reaches } from "#shared/access/scope.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { cardStatus, type Employee } from "./employee.ts";
import type { Employees } from "./employees.ts";
import { foldDigits, foldWords } from "./folding.ts";
import type { CardStatus } from "./kedudukan-hukum.ts";
import { parseNip } from "./nip.ts";
import type { EmployeePage } from "./search-pages.ts";

const pageSize = 25;

interface EmployeeQuery {
  /** A whole NIP in any spelling, or words of a name and its degrees, each from its beginning. */
  readonly q: string;
  readonly status?: CardStatus | undefined;
  /** `next` of the page before. */
  readonly from?: string | undefined;
  readonly by: Officer;
  /** How many people a page has: a screen's 25 unless said. */
  readonly limit?: number;
}

/** An officer's search in the own instansi or units: by NIP two reads, by name one page of an index. */
export async function searchEmployees(
  { employees, clock }: { employees: Pick<Employees, "idOf" | "findAll" | "search">; clock: Clock },
  { q, status, from, by, limit = pageSize }: EmployeeQuery,
): Promise<EmployeePage> {
  const { instansiId, units } = by;
  const fits = (employee: Employee) =>
    reaches(by, employee) && (status === undefined || cardStatus(employee, clock.now()) === status);
  const nip = parseNip(foldDigits(q));
  if (nip) {
    const id = await employees.idOf(nip);
    const found = await employees.findAll(id ? [id] : []);
    // A record that cannot be read may be of another agency, so it is not even counted.
    return { items: [...found.values()].filter(fits), unreadable: 0 };
  }
  const words = foldWords(q);
  // No name contains what was typed ("李", "%"): the search finds nobody. Without words it would list everybody.
  if (words.length === 0 && q.trim() !== "") return { items: [], unreadable: 0 };
  return employees.search({ instansiId, units, words, status, limit, from, fits });
}
