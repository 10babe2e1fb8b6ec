import type { Clock } from "#shared/runtime/clock.ts";
import type { Officer } from "./change-employee.ts";
import { cardStatus, type Employee } from "./employee.ts";
import type { EmployeePage, EmployeeTable } from "./employee-table.ts";
import type { CardStatus } from "./kedudukan-hukum.ts";
import { parseNip } from "./nip.ts";

const pageSize = 25;

interface Wish {
  /** A whole NIP however written, or the beginning of a name. */
  readonly q: string;
  readonly status?: CardStatus | undefined;
  /** `next` of the page before. */
  readonly from?: string | undefined;
  readonly by: Officer;
}

/** An officer's search in the own instansi: by NIP two reads, by name one page of an index. */
export async function searchEmployees(
  { employees, clock }: { employees: Pick<EmployeeTable, "findByNip" | "search">; clock: Clock },
  { q, status, from, by }: Wish,
): Promise<EmployeePage> {
  const { instansiId } = by;
  const fits = (employee: Employee) =>
    employee.instansiId === instansiId &&
    (status === undefined || cardStatus(employee, clock.now()) === status);
  const nip = parseNip(q);
  if (nip) {
    const employee = await employees.findByNip(nip);
    return { items: employee && fits(employee) ? [employee] : [] };
  }
  const { items, next } = await employees.search({ instansiId, name: q, limit: pageSize, from });
  return { items: items.filter(fits), next };
}
