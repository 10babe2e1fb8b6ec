/** What an event-source poller works with, in the same process. */
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simpleTable } from "./engines.ts";
import { type DynamodbUnderTest, startDynamodb } from "./start-dynamodb.ts";

let cloud: DynamodbUnderTest;

beforeAll(async () => {
  cloud = await startDynamodb();
});

afterAll(() => cloud.stop());

async function table(TableName: string): Promise<string> {
  await cloud.db.send(
    new CreateTableCommand({
      ...simpleTable,
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    }),
  );
  return cloud.streamOf(TableName);
}

test("a record has the shape a Lambda function is handed", async () => {
  const eventSourceARN = await table("shaped");
  await cloud.doc.send(new PutCommand({ TableName: "shaped", Item: { pk: "a", v: 1 } }));
  expect(cloud.dynamodb.readStream(eventSourceARN, undefined, 1)).toEqual([
    {
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: "INSERT",
      eventVersion: "1.1",
      eventSource: "aws:dynamodb",
      awsRegion: "ap-southeast-3",
      eventSourceARN,
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: "a" } },
        NewImage: { pk: { S: "a" }, v: { N: "1" } },
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
        SizeBytes: 9,
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
    },
  ]);
});

test("reading goes on after a sequence number, up to a limit", async () => {
  const arn = await table("paged");
  for (const pk of ["1", "2", "3", "4"]) {
    await cloud.doc.send(new PutCommand({ TableName: "paged", Item: { pk } }));
  }
  const first = cloud.dynamodb.readStream(arn, undefined, 2);
  const second = cloud.dynamodb.readStream(arn, first.at(-1)?.dynamodb.SequenceNumber, 10);
  const keys = [...first, ...second].map(({ dynamodb }) => dynamodb.Keys.pk);
  expect(first).toHaveLength(2);
  expect(keys).toEqual([{ S: "1" }, { S: "2" }, { S: "3" }, { S: "4" }]);
});

test("a listener is called when a record can be read, until it stops listening", async () => {
  const arn = await table("heard");
  const heard: [string, number][] = [];
  const stop = cloud.dynamodb.onStreamRecord((streamArn) => {
    heard.push([streamArn, cloud.dynamodb.readStream(streamArn, undefined, 10).length]);
  });
  await cloud.doc.send(new PutCommand({ TableName: "heard", Item: { pk: "a" } }));
  await cloud.doc.send(new DeleteCommand({ TableName: "heard", Key: { pk: "nobody" } }));
  stop();
  await cloud.doc.send(new DeleteCommand({ TableName: "heard", Key: { pk: "a" } }));
  expect(heard).toEqual([[arn, 1]]);
});

test("a stream that nobody made cannot be read", () => {
  expect(() => cloud.dynamodb.readStream("arn:aws:dynamodb:nowhere", undefined, 1)).toThrow(
    "Stream: arn:aws:dynamodb:nowhere not found",
  );
});
