import { describe } from "vitest";
import { evidenceBucketContract } from "../../support/evidence-bucket-contract.ts";
import { EvidenceInMemory } from "../../support/evidence-in-memory.ts";

describe("EvidenceInMemory", () => {
  evidenceBucketContract(async () => {
    const bucket = new EvidenceInMemory();
    return {
      bucket,
      send: async ({ employeeId, upload }, bytes) =>
        void bucket.uploads.set(`${employeeId}/${upload}`, bytes),
    };
  });
});
