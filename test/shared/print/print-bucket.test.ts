import { describe } from "vitest";
import { printBucketContract } from "../../support/print-bucket-contract.ts";
import { PrintFilesInMemory } from "../../support/print-files-in-memory.ts";

describe("printed files in memory", () =>
  printBucketContract(async () => {
    const bucket = new PrintFilesInMemory();
    return { bucket, read: async (id) => bucket.files.get(id)?.toString() };
  }));
