import { describe } from "vitest";
import { approvalTableContract } from "../../support/approval-table-contract.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { decisionContract } from "../../support/decision-contract.ts";
import { roleChangeContract } from "../../support/role-change-contract.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";

describe("approvals in memory", () => approvalTableContract(async () => new ApprovalsInMemory()));

async function newTables() {
  const [roles, approvals] = [new RolesInMemory(), new ApprovalsInMemory()];
  return {
    ...{ roles, approvals },
    linesOf: async (subjectId: string) =>
      [...roles.history, ...approvals.history]
        .filter((line) => line.subjectId === subjectId)
        .sort((a, b) => b.revision - a.revision),
  };
}

describe("roles by two operators, in memory", () => roleChangeContract(newTables));

describe("decisions, in memory", () => decisionContract(newTables));
