import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { maskNip, parseNip } from "#shared/employee/nip.ts";
import { UsageError } from "./command.ts";

/** The person of a NIP that an operator typed, or of a former one. @throws UsageError when it is no NIP, or nobody's; a NIP is masked in it */
export async function findPerson(
  { employees }: { readonly employees: Pick<Employees, "find" | "idOf"> },
  text: string,
): Promise<Employee> {
  const nip = parseNip(text);
  if (!nip) throw new UsageError("NIP terdiri dari 18 angka.");
  const id = await employees.idOf(nip);
  const employee = id && (await employees.find(id));
  if (!employee) throw new UsageError(`Tidak ada pegawai dengan NIP ${maskNip(nip)}.`);
  return employee;
}
