import { describe } from "vitest";
import { employeeTableContract } from "../../support/employee-table-contract.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";

describe("the employee table in memory", () =>
  employeeTableContract(() => new EmployeesInMemory()));
