import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { maskNip, parseNip } from "#shared/employee/nip.ts";
import { UsageError } from "./command.ts";

/** The person of a NIP that an operator typed. @throws UsageError when it is no NIP, or nobody's; a NIP is masked in it */
export async function findPerson(
  { employees }: { readonly employees: Pick<Employees, "findByNip"> },
  text: string,
): Promise<Employee> {
  const nip = parseNip(text);
  if (!nip) throw new UsageError("NIP terdiri dari 18 angka.");
  const employee = await employees.findByNip(nip);
  if (!employee) throw new UsageError(`Tidak ada pegawai dengan NIP ${maskNip(nip)}.`);
  return employee;
}
