import type { Employees } from "#shared/employee/employees.ts";

/** How many people stand in the units of these names, counted up to `most`. */
export async function headcount(
  employees: Pick<Employees, "countIn">,
  { instansiId, names }: { readonly instansiId: string; readonly names: readonly string[] },
  most: number,
): Promise<number> {
  let people = 0;
  for (const unitKerja of names) {
    if (people >= most) break;
    people += await employees.countIn({ instansiId, unitKerja }, most - people);
  }
  return people;
}
