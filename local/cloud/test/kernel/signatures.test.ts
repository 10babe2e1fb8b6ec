/** How the JSON services refuse a signature: in their own words, which are not S3's. */
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { GetAccountCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDynamodb } from "../../dynamodb/dynamodb-service.ts";
import { createSes } from "../../ses/ses-service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";

let cloud: ServicesUnderTest;

beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createSes(context),
  ]);
});

afterAll(() => cloud.stop());

async function refusals(settings: object): Promise<object[]> {
  const options = { ...cloud.client, maxAttempts: 1, ...settings };
  const calls = [
    () => new DynamoDBClient(options).send(new ListTablesCommand()),
    () => new SESv2Client(options).send(new GetAccountCommand()),
  ];
  return Promise.all(
    calls.map((call) =>
      call().then(
        () => ({ name: "no refusal" }),
        ({ name, $metadata }) => ({ name, status: $metadata.httpStatusCode }),
      ),
    ),
  );
}

const { accessKeyId, secretAccessKey } = { accessKeyId: "NOBODY", secretAccessKey: "wrong" };

test("a wrong secret", async () => {
  const credentials = { accessKeyId: cloud.client.credentials.accessKeyId, secretAccessKey };
  expect(await refusals({ credentials })).toEqual([
    { name: "InvalidSignatureException", status: 400 },
    { name: "InvalidSignatureException", status: 403 },
  ]);
});

test("a key id nobody has", async () => {
  expect(await refusals({ credentials: { accessKeyId, secretAccessKey } })).toEqual([
    { name: "UnrecognizedClientException", status: 400 },
    { name: "UnrecognizedClientException", status: 403 },
  ]);
});

test("another region", async () => {
  expect(await refusals({ region: "eu-west-1" })).toEqual([
    { name: "InvalidSignatureException", status: 400 },
    { name: "InvalidSignatureException", status: 403 },
  ]);
});

test("another time", async () => {
  expect(await refusals({ systemClockOffset: 16 * 60_000 })).toEqual([
    { name: "InvalidSignatureException", status: 400 },
    { name: "InvalidSignatureException", status: 403 },
  ]);
});
