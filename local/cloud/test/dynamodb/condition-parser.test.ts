import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusal } from "./checks/check.ts";
import { simpleTable } from "./engines.ts";
import { type DynamodbUnderTest, startDynamodb } from "./start-dynamodb.ts";

const TableName = "people";
let cloud: DynamodbUnderTest;

beforeAll(async () => {
  cloud = await startDynamodb();
  await cloud.db.send(
    new CreateTableCommand({ ...simpleTable, TableName, BillingMode: "PAY_PER_REQUEST" }),
  );
});

afterAll(() => cloud.stop());

function put(ConditionExpression: string) {
  const values = {
    ExpressionAttributeValues: { ":v": 1 },
    ExpressionAttributeNames: { "#b": "b" },
  };
  return cloud.doc.send(
    new PutCommand({ TableName, Item: { pk: "a" }, ConditionExpression, ...values }),
  );
}

/** As deep as 300 operators allow is 149; the parser of the library needs 25 s for nine. */
test.each([9, 149])("a condition %i deep is answered at once", async (deep) => {
  const startedAt = performance.now();
  await put(`${"(".repeat(deep)}#b <> :v${" OR #b = :v)".repeat(deep)}`);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

test("what is wrong inside a deep condition is told as ever", async () => {
  const doubled = "((#b <> :v AND ((pk <> :v))))";
  expect((await refusal(put(doubled))).message).toBe(
    "Invalid ConditionExpression: The expression has redundant parentheses;",
  );
  expect((await refusal(put(`${"(".repeat(2000)}#b = :v`))).name).toBe("ValidationException");
});
