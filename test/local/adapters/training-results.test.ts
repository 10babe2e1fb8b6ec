import { describe } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { TrainingResultTable } from "#shared/training/training-result-table.ts";
import { trainingResultTableContract } from "../../support/training-result-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("TrainingResultTable", () =>
  trainingResultTableContract(async () => {
    const history = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
    return new TrainingResultTable(cloud.db, await cloud.newTable("agency-table"), history);
  }));
