import { describe } from "vitest";
import { revokedKeysContract } from "../../support/revoked-keys-contract.ts";
import { signatureTableContract } from "../../support/signature-table-contract.ts";
import { RevokedKeysInMemory, SignaturesInMemory } from "../../support/signatures-in-memory.ts";

describe("signatures in memory", () =>
  signatureTableContract(async () => new SignaturesInMemory()));

describe("revoked keys in memory", () =>
  revokedKeysContract(async () => new RevokedKeysInMemory()));
