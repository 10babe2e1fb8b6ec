import { describe } from "vitest";
import { roleTableContract } from "../../support/role-table-contract.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";

describe("roles in memory", () => roleTableContract(async () => new RolesInMemory()));
