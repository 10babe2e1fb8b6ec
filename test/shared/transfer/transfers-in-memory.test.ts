import { writeInMemory } from "../../support/steps-in-memory.ts";
import { transferTableContract } from "../../support/transfer-table-contract.ts";
import { TransfersInMemory } from "../../support/transfers-in-memory.ts";

transferTableContract(async () => ({
  transfers: new TransfersInMemory(),
  write: async (step) => writeInMemory([step]),
}));
