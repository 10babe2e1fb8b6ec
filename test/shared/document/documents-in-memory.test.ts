import { documentTableContract } from "../../support/document-table-contract.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

documentTableContract(async () => ({
  documents: new DocumentsInMemory(),
  write: async (step) => writeInMemory([step]),
}));
