import { describe } from "vitest";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { accountTableContract } from "../../support/account-table-contract.ts";

describe("accounts in memory", () =>
  accountTableContract(async () => new AccountRecordsInMemory()));
