import { describe } from "vitest";
import { bulkTableContract } from "../../support/bulk-table-contract.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

describe("BulksInMemory", () =>
  bulkTableContract(async () => ({
    bulks: new BulksInMemory(),
    write: async (step) => writeInMemory([step]),
  })));
