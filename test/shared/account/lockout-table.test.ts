import { describe } from "vitest";
import { lockoutTableContract } from "../../support/lockout-table-contract.ts";
import { LockoutsInMemory } from "../../support/lockouts-in-memory.ts";

describe("lockouts in memory", () => lockoutTableContract(async () => new LockoutsInMemory()));
