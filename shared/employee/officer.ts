import { NotFound } from "#shared/runtime/errors.ts";
import type { Employee, EmployeeId, Unit } from "./employee.ts";
import type { EmployeeTable } from "./employee-table.ts";

/** Who looks at records, or changes them: those of the own instansi, or of some of its units. */
export interface Officer {
  readonly employeeId: EmployeeId;
  readonly instansiId: string;
  /** The only units whose records are this officer's; undefined: of the whole instansi. */
  readonly units: readonly string[] | undefined;
}

/** Whether what belongs to this unit is this officer's to see. */
export function reaches({ instansiId, units }: Officer, unit: Unit): boolean {
  return unit.instansiId === instansiId && (units === undefined || units.includes(unit.unitKerja));
}

/** @returns the record, or NotFound when it is not this officer's to see. */
export async function findOwn(
  employees: Pick<EmployeeTable, "find">,
  id: EmployeeId,
  by: Officer,
): Promise<Employee> {
  const employee = await employees.find(id);
  if (!employee || !reaches(by, employee)) throw new NotFound("No such employee.");
  return employee;
}
