import { refuseOwnRecord } from "#shared/access/own-record.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import type { Limit } from "#shared/rate-limit/rate-limits.ts";
import type { AccountsApi } from "./accounts-api.ts";

/** More than one officer does by hand; a stolen session freezes no whole agency. */
const perOfficer: Limit = { name: "account-changed", max: 60, windowSeconds: 3600 };

/** @throws NotFound outside of the scope; Forbidden `own-record`; TooManyAttempts */
export async function findToChange(
  { employees, limits, clock }: AccountsApi,
  id: EmployeeId,
  by: RoleHolder,
): Promise<Employee> {
  const person = await findOwn(employees, id, by);
  refuseOwnRecord(id, by);
  await limits.count(perOfficer, by.employeeId, clock.now());
  return person;
}
