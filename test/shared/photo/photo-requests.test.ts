import { describe } from "vitest";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { photoRequestsContract } from "../../support/photo-requests-contract.ts";
import { PhotoRequestsInMemory } from "../../support/photo-requests-in-memory.ts";

describe("the newest requests about photos in memory", () =>
  photoRequestsContract(() => ({
    employees: new EmployeesInMemory(),
    approvals: new ApprovalsInMemory(),
    requests: new PhotoRequestsInMemory(),
  })));
