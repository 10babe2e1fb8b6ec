import { describe } from "vitest";
import { printTableContract } from "../../support/print-table-contract.ts";
import { PrintsInMemory } from "../../support/prints-in-memory.ts";

describe("prints in memory", () => printTableContract(async () => new PrintsInMemory()));
