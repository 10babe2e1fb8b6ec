import { describe } from "vitest";
import { agencyPeopleContract } from "../../support/agency-people-contract.ts";
import { AgencyPeopleInMemory } from "../../support/agency-people-in-memory.ts";
import { boardTableContract } from "../../support/board-table-contract.ts";
import { BoardsInMemory } from "../../support/boards-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";

describe("BoardsInMemory", () => boardTableContract(async () => new BoardsInMemory()));

describe("AgencyPeopleInMemory", () =>
  agencyPeopleContract(async () => {
    const employees = new EmployeesInMemory();
    return { employees, people: new AgencyPeopleInMemory(employees) };
  }));
