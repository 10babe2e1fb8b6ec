import { documentTableContract } from "../../support/document-table-contract.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";

documentTableContract(async () => new DocumentsInMemory());
