import { describe } from "vitest";
import { exportTableContract } from "../../support/export-table-contract.ts";
import { ExportsInMemory } from "../../support/exports-in-memory.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

describe("ExportsInMemory", () =>
  exportTableContract(async () => ({
    exports: new ExportsInMemory(),
    write: async (step) => writeInMemory([step]),
  })));
