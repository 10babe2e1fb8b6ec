import { describe } from "vitest";
import { bulkListTableContract } from "../../support/bulk-list-table-contract.ts";
import { BulkListsInMemory } from "../../support/bulk-lists-in-memory.ts";

describe("BulkListsInMemory", () => bulkListTableContract(async () => new BulkListsInMemory()));
