import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { UnitRegister } from "#shared/employee/employees.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

/** DynamoDB on the embedded cloud, with the app's tables. */
export type DynamodbOfThisFile = ReturnType<typeof dynamodbForThisFile>;

/** Starts it for the tests of the file that calls this; it can be used from the first test on, and is gone after the last. */
export function dynamodbForThisFile() {
  let cloud: ServicesUnderTest;
  let dynamodb: DynamoDBClient;
  let db: DynamoDBDocumentClient;

  beforeAll(async () => {
    cloud = await startServices(async (context) => [...(await createDynamodb(context)).services]);
    dynamodb = new DynamoDBClient(cloud.client);
    db = DynamoDBDocumentClient.from(dynamodb, {
      marshallOptions: { removeUndefinedValues: true },
    });
  });
  afterAll(() => cloud.stop());

  return {
    /** What a client of one's own is made with. */
    get client() {
      return cloud.client;
    },
    get db() {
      return db;
    },
    /** @returns the name of a new table, with the keys that infra/ gives the table of this noun */
    newTable: (noun: string) => newTable(dynamodb, noun),
  };
}

/** The records, their history and open changes, in tables of their own. */
export async function newEmployees({ db, newTable }: DynamodbOfThisFile, units?: UnitRegister) {
  const audit = new AuditTable(db, await newTable("audit-table"));
  const tableName = await newTable("employee-table");
  const markerTable = await newTable("marker-table");
  const markers = new MarkerTable(db, markerTable);
  const changes = new OpenChangeTable(db, await newTable("open-change-table"));
  const joined = { audit, changes, markers, ...(units && { units }) };
  const employees = new WritableEmployeeTable(db, tableName, joined);
  return { employees, audit, changes, tableName, markerTable };
}
