/** `kartu backfill` as an operator runs it: a process of its own against tables and queues of the embedded cloud. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CardTable } from "#shared/card/card-table.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { RedrawQueue } from "#shared/card/redraw-queue.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { createSqs } from "../../../local/cloud/sqs/sqs-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

let cloud: ServicesUnderTest;
let outputs: string;
let cards: CardTable;
let queue: RedrawQueue;

beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createSqs(context),
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  const sqs = new SQSClient(cloud.client);
  const CardTableName = await newTable(dynamodb, "card-table");
  const AgencyTable = await newTable(dynamodb, "agency-table");
  await saveAgencies(DynamoDBDocumentClient.from(dynamodb), AgencyTable);
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "redraw" }));
  cards = new CardTable(DynamoDBDocumentClient.from(dynamodb), CardTableName);
  queue = new RedrawQueue(sqs, QueueUrl);
  outputs = join(cloud.directory, "cdk-outputs.json");
  const content = {
    Data: { CardTable: CardTableName, AgencyTable },
    Service: { RedrawQueue: QueueUrl },
  };
  writeFileSync(outputs, JSON.stringify(content));
});

afterAll(() => cloud.stop());

async function kartu(verb: string): Promise<string> {
  const { endpoint, region, credentials } = cloud.client;
  const args = [join("ops", "kartu.ts"), "backfill", verb, "--outputs", outputs];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
  });
  return stdout;
}

/** The usual look, and that of an agency. */
const looks = [undefined, anAgency()].map(lookOf);

async function saveAgencies(db: DynamoDBDocumentClient, TableName: string) {
  const Item = { ...anAgency(), kind: "agency" };
  await db.send(new PutCommand({ TableName, Item }));
}

test("cards in another look are put into the redraw queue, and the operator is told", async () => {
  for (let i = 0; i < 12; i++) {
    await cards.issue(`emp_${i}`, "A2010", "2026-11-21");
    const version = i < looks.length ? (looks[i]?.version ?? "") : "t0-00000000";
    await cards.point(`emp_${i}`, {
      revision: 1,
      contentHash: "c",
      templateVersion: version,
      backs: "backs/t1/b",
      files: ["front-portrait.webp"],
      checkCode: "7K2Q9MXB",
      shortened: [],
    });
  }

  expect(await kartu("status")).toContain("Belum pernah ada kartu yang digambar ulang.");
  expect(await kartu("start")).toMatch(
    /^selesai: 12 kartu dilihat, 10 diminta untuk t\S+, 10 menunggu/m,
  );
  expect(await queue.depth()).toBe(10);
  expect(await kartu("stop")).toContain("selesai: 12 kartu dilihat");
});
