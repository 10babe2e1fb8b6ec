import { describe } from "vitest";
import { importBucketContract } from "../../support/import-bucket-contract.ts";
import { importTableContract } from "../../support/import-table-contract.ts";
import { ImportFilesInMemory, ImportsInMemory } from "../../support/imports-in-memory.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

describe("ImportsInMemory", () =>
  importTableContract(async () => ({
    imports: new ImportsInMemory(),
    write: async (step) => writeInMemory([step]),
  })));

describe("ImportFilesInMemory", () => importBucketContract(async () => new ImportFilesInMemory()));
