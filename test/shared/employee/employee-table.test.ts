import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { toItem } from "#shared/employee/employee-item.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { anEmployee } from "../../support/builders.ts";

const siti = anEmployee();
const item = toItem(siti, { cardChanged: false, holderTold: false });
const leftOver = { Responses: {}, UnprocessedKeys: { employees: { Keys: [{ id: siti.id }] } } };
const db = DynamoDBDocumentClient.from(new DynamoDBClient({ region: "ap-southeast-3" }));
const table = new EmployeeTable(db, "employees");

test("keys that DynamoDB leaves over are asked for again", async () => {
  mockClient(db)
    .on(BatchGetCommand)
    .resolvesOnce(leftOver)
    .resolves({ Responses: { employees: [item] } });

  expect([...(await table.findAll([siti.id])).keys()]).toEqual([siti.id]);
});

test("when it leaves them over again and again, whoever asked is told that we are busy", async () => {
  mockClient(db).on(BatchGetCommand).resolves(leftOver);

  await expect(table.findAll([siti.id])).rejects.toMatchObject({
    code: "busy",
    status: 503,
  });
});
