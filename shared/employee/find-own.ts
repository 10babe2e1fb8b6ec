import type { Officer } from "#shared/access/scope.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import type { Employee, EmployeeId } from "./employee.ts";
import type { Employees } from "./employees.ts";
import { isOpenTo } from "./is-open-to.ts";

/** @returns the record @throws NotFound also when it is outside the officer's scope, or was joined into another one, which is opened instead */
export async function findOwn(
  employees: Pick<Employees, "find">,
  id: EmployeeId,
  by: Officer,
): Promise<Employee> {
  const employee = await employees.find(id);
  if (!isOpenTo(by, employee)) throw new NotFound("No such employee.");
  return employee;
}
