import { describe } from "vitest";
import { LeaveLedgerTable } from "#shared/leave/leave-ledger-table.ts";
import { leaveLedgerContract } from "../../support/leave-ledger-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("LeaveLedgerTable", () =>
  leaveLedgerContract(
    async () => new LeaveLedgerTable(cloud.db, await cloud.newTable("request-table")),
  ));
