import { describe } from "vitest";
import { presenceKeysContract } from "../../support/presence-keys-contract.ts";
import { PresenceKeysInMemory } from "../../support/presence-keys-in-memory.ts";

describe("PresenceKeysInMemory", () =>
  presenceKeysContract(async () => new PresenceKeysInMemory()));
