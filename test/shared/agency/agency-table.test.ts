import { describe } from "vitest";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { agencyTableContract } from "../../support/agency-table-contract.ts";

describe("agencies in memory", () => agencyTableContract(async () => new AgenciesInMemory()));
