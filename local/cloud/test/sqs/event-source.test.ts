import { DeleteMessageCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { arnOf, newQueue, receive, type SqsUnderTest, send, startSqs } from "./sqs-under-test.ts";

let under: SqsUnderTest;
let sqs: SQSClient;

beforeAll(async () => {
  under = await startSqs();
  sqs = under.sqs;
});
afterAll(() => under.cloud.stop());

async function queueWithDeadLetters(maxReceiveCount: number) {
  const dead = await newQueue(sqs);
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf(dead), maxReceiveCount });
  return { dead, url: await newQueue(sqs, { RedrivePolicy }) };
}

test("a message reaches the poller in the shape of a Lambda event", async () => {
  const url = await newQueue(sqs);
  const sent = await sqs.send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: "hello",
      MessageAttributes: { kind: { DataType: "String", StringValue: "photo" } },
    }),
  );

  expect(under.service.receive(arnOf(url), 10)).toEqual([
    {
      messageId: sent.MessageId,
      receiptHandle: expect.any(String),
      body: "hello",
      attributes: {
        ApproximateReceiveCount: "1",
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
        SenderId: "TESTROOT",
        ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
      },
      messageAttributes: {
        kind: {
          stringValue: "photo",
          stringListValues: [],
          binaryListValues: [],
          dataType: "String",
        },
      },
      md5OfBody: "5d41402abc4b2a76b9719d911017c592",
      md5OfMessageAttributes: sent.MD5OfMessageAttributes,
      eventSource: "aws:sqs",
      eventSourceARN: arnOf(url),
      awsRegion: "ap-southeast-3",
    },
  ]);
});

test("what a poller had when it ended is taken back at once, and that try does not count", () => {
  const arn = under.service.ensureQueue("orphaned", { VisibilityTimeout: "360" });
  under.service.send(arn, "cut off");
  const [before] = under.service.receive(arn, 1);

  under.service.takeBack(arn);
  const [after] = under.service.receive(arn, 1);

  expect(after).toMatchObject({
    body: "cut off",
    messageId: before?.messageId,
    attributes: { ApproximateReceiveCount: "1" },
  });
  under.service.acknowledge(arn, [before?.receiptHandle ?? ""]);
  expect(under.service.depth(arn).inFlight).toBe(1);
});

test("what the poller acknowledges is gone, what it releases comes again", () => {
  const arn = under.service.ensureQueue("polled");
  under.service.send(arn, "done");
  under.service.send(arn, "failed", { reason: "none" });
  const [done, failed] = under.service.receive(arn, 10);
  under.service.acknowledge(arn, [done?.receiptHandle ?? ""]);
  under.service.release(arn, [failed?.receiptHandle ?? ""], 0);

  expect(under.service.depth(arn)).toEqual({ visible: 1, inFlight: 0, delayed: 0 });
  expect(under.service.receive(arn, 10)).toMatchObject([
    { body: "failed", attributes: { ApproximateReceiveCount: "2" } },
  ]);
  // Too late: it was received again. That is no error.
  under.service.release(arn, [failed?.receiptHandle ?? ""], 0);
  expect(under.service.depth(arn)).toEqual({ visible: 0, inFlight: 1, delayed: 0 });
});

test("a listener hears of messages that can be received, until it stops", async () => {
  const arn = under.service.ensureQueue("heard");
  const heard: string[] = [];
  const stop = under.service.onMessage((queueArn) => heard.push(queueArn));
  under.service.send(arn, "x");
  await vi.waitFor(() => expect(heard).toEqual([arn]));

  const [message] = under.service.receive(arn, 1);
  under.service.release(arn, [message?.receiptHandle ?? ""], 0);
  await vi.waitFor(() => expect(heard).toEqual([arn, arn]));
  stop();
  under.service.send(arn, "y");
  await Promise.resolve();
  expect(heard).toHaveLength(2);
});

test("a message received too often goes to the dead-letter queue with its id and its count", async () => {
  const { url, dead } = await queueWithDeadLetters(2);
  const sent = await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "poison" }));
  for (let attempt = 0; attempt < 2; attempt++)
    expect(await receive(sqs, url, { VisibilityTimeout: 0 })).toHaveLength(1);

  expect(await receive(sqs, url)).toEqual([]);
  expect(await receive(sqs, dead, { MessageSystemAttributeNames: ["All"] })).toMatchObject([
    {
      MessageId: sent.MessageId,
      Body: "poison",
      Attributes: { ApproximateReceiveCount: "3", DeadLetterQueueSourceArn: arnOf(url) },
    },
  ]);
});

test("a message handled in time does not become a dead letter", async () => {
  const { url, dead } = await queueWithDeadLetters(1);
  await send(sqs, url, "fine", "poison");
  const [fine] = await receive(sqs, url, { MaxNumberOfMessages: 1 });
  await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: fine?.ReceiptHandle }));
  await receive(sqs, url, { VisibilityTimeout: 0 });
  await receive(sqs, url);

  expect(under.service.receive(arnOf(dead), 10).map(({ body }) => body)).toEqual(["poison"]);
});
