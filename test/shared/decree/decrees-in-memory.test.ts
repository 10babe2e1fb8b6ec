import { describe } from "vitest";
import { decreeTableContract } from "../../support/decree-table-contract.ts";
import { DecreesInMemory } from "../../support/decrees-in-memory.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

describe("DecreesInMemory", () =>
  decreeTableContract(async () => ({
    decrees: new DecreesInMemory(),
    write: async (...steps) => writeInMemory(steps),
  })));
