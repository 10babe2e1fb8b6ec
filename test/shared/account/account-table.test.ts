import { describe } from "vitest";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { accountRestartContract } from "../../support/account-restart-contract.ts";
import { accountTableContract } from "../../support/account-table-contract.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

describe("accounts in memory", () =>
  accountTableContract({
    make: async () => new AccountRecordsInMemory(),
    write: async (step) => writeInMemory([step]),
  }));

describe("accounts in memory that begin anew", () =>
  accountRestartContract({
    make: async () => new AccountRecordsInMemory(),
    write: async (step) => writeInMemory([step]),
  }));
