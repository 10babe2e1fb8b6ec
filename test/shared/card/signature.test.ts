import { describe } from "vitest";
import { signatureTableContract } from "../../support/signature-table-contract.ts";
import { SignaturesInMemory } from "../../support/signatures-in-memory.ts";

describe("signatures in memory", () =>
  signatureTableContract(async () => new SignaturesInMemory()));
