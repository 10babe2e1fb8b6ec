/**
 * Run as a process of its own, to be killed: writes the same new item to two tables in one transaction and
 * counts it in a single update, over and over, in four loops at once. Tells each number that was answered.
 * Argument: the cloud's directory.
 */
import { randomUUID } from "node:crypto";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { simpleTable } from "./engines.ts";
import { startDynamodb } from "./start-dynamodb.ts";

const { doc, db } = await startDynamodb({ directory: process.argv[2] ?? "" });
const run = randomUUID();

for (const TableName of ["left", "right"]) {
  await db
    .send(
      new CreateTableCommand({
        ...simpleTable,
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
      }),
    )
    .catch((error: Error) => {
      if (error.name !== "ResourceInUseException") throw error;
    });
}

async function writeForever(loop: number): Promise<never> {
  for (let n = 0; ; n++) {
    const Item = { pk: `${run}-${loop}-${n}` };
    await doc.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: "left", Item } },
          { Put: { TableName: "right", Item } },
        ],
      }),
    );
    await doc.send(
      new UpdateCommand({
        TableName: "left",
        Key: { pk: "count" },
        UpdateExpression: "ADD n :one",
        ExpressionAttributeValues: { ":one": 1 },
      }),
    );
    process.stdout.write(`${Item.pk}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(writeForever));
