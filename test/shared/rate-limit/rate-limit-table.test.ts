import { describe } from "vitest";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { rateLimitTableContract } from "../../support/rate-limit-table-contract.ts";

describe("limits in memory", () => rateLimitTableContract(async () => new LimitsInMemory()));
