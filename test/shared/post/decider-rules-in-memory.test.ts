import { describe } from "vitest";
import { deciderRuleTableContract } from "../../support/decider-rule-table-contract.ts";
import { DeciderRulesInMemory } from "../../support/decider-rules-in-memory.ts";

describe("DeciderRulesInMemory", () =>
  deciderRuleTableContract(async () => new DeciderRulesInMemory()));
