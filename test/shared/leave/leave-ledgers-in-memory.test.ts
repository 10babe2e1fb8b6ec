import { describe } from "vitest";
import { leaveLedgerContract } from "../../support/leave-ledger-contract.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";

describe("LeaveLedgersInMemory", () => leaveLedgerContract(async () => new LeaveLedgersInMemory()));
