import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { counts, newQueue, receive, type SqsUnderTest, startSqs } from "./sqs-under-test.ts";

let under: SqsUnderTest;
let sqs: SQSClient;

beforeAll(async () => {
  under = await startSqs();
  sqs = under.sqs;
});
afterAll(() => under.cloud.stop());

test("one bad entry of a batch does not hurt the others", async () => {
  const QueueUrl = await newQueue(sqs);
  const sent = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: "good", MessageBody: "a" },
        { Id: "bad", MessageBody: "\u0000" },
        { Id: "fine", MessageBody: "b" },
      ],
    }),
  );
  expect(sent.Successful?.map(({ Id }) => Id)).toEqual(["good", "fine"]);
  expect(sent.Failed).toMatchObject([{ Id: "bad", Code: "InvalidMessageContents" }]);

  const [a, b] = await receive(sqs, QueueUrl);
  const changed = await sqs.send(
    new ChangeMessageVisibilityBatchCommand({
      QueueUrl,
      Entries: [{ Id: "a", ReceiptHandle: a?.ReceiptHandle, VisibilityTimeout: 0 }],
    }),
  );
  const deleted = await sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: "b", ReceiptHandle: b?.ReceiptHandle },
        { Id: "c", ReceiptHandle: "nonsense" },
      ],
    }),
  );
  expect(changed.Successful).toEqual([{ Id: "a" }]);
  expect(deleted.Successful).toEqual([{ Id: "b" }]);
  expect(deleted.Failed).toMatchObject([{ Id: "c", Code: "ReceiptHandleIsInvalid" }]);
  expect(await counts(sqs, QueueUrl)).toEqual(["1", "0", "0"]);
});

test("a batch has one to ten entries with an id each", async () => {
  const QueueUrl = await newQueue(sqs);
  const batch = (...ids: string[]) =>
    sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: ids.map((Id) => ({ Id, MessageBody: "x" })),
      }),
    );

  await expect(batch()).rejects.toHaveProperty("name", "EmptyBatchRequest");
  await expect(batch(..."abcdefghijk")).rejects.toHaveProperty(
    "name",
    "TooManyEntriesInBatchRequest",
  );
  await expect(batch("a", "a")).rejects.toHaveProperty("name", "BatchEntryIdsNotDistinct");
  await expect(batch("a b")).rejects.toHaveProperty("name", "InvalidBatchEntryId");
});
