import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { counts, newQueue, receive, type SqsUnderTest, send, startSqs } from "./sqs-under-test.ts";

let under: SqsUnderTest;
let sqs: SQSClient;

beforeAll(async () => {
  under = await startSqs();
  sqs = under.sqs;
});
afterAll(() => under.cloud.stop());

function hide(QueueUrl: string, ReceiptHandle: string | undefined, VisibilityTimeout: number) {
  return sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }),
  );
}

test("a message is received as it was sent and deleted by its receipt", async () => {
  const url = await newQueue(sqs);
  const body = JSON.stringify({ nama: "Siti Nurhalizah", emoji: "🪪", line: "a\n\tb" });
  // The SDK itself compares the MD5 of the body on both sides.
  const sent = await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
  const [message] = await receive(sqs, url);

  expect(message).toMatchObject({ MessageId: sent.MessageId, Body: body });
  expect(message).not.toHaveProperty("Attributes");
  expect(await counts(sqs, url)).toEqual(["0", "1", "0"]);
  await sqs.send(
    new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message?.ReceiptHandle }),
  );
  expect(await counts(sqs, url)).toEqual(["0", "0", "0"]);
});

test("message attributes come back when asked for, with the MD5 AWS documents", async () => {
  const url = await newQueue(sqs);
  const attributes = {
    "order.kind": { DataType: "String", StringValue: "photo" },
    "order.count": { DataType: "Number", StringValue: "3" },
    blob: { DataType: "Binary.png", BinaryValue: new Uint8Array([0, 255, 7]) },
  };
  const sent = await sqs.send(
    new SendMessageCommand({ QueueUrl: url, MessageBody: "x", MessageAttributes: attributes }),
  );
  const options = { VisibilityTimeout: 0 };
  const [all] = await receive(sqs, url, { ...options, MessageAttributeNames: ["All"] });
  const [some] = await receive(sqs, url, { ...options, MessageAttributeNames: ["order.*"] });
  const [none] = await receive(sqs, url, options);

  // Made with an implementation that is not ours.
  expect(sent.MD5OfMessageAttributes).toBe("99be65a0d7199aa2c6643cc3d4606402");
  expect(all).toMatchObject({
    MessageAttributes: attributes,
    MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
  });
  expect(Object.keys(some?.MessageAttributes ?? {}).sort()).toEqual(["order.count", "order.kind"]);
  expect(none?.MessageAttributes).toBeUndefined();
});

test("system attributes tell when and how often", async () => {
  const url = await newQueue(sqs);
  const before = under.cloud.clock.millis();
  await send(sqs, url, "x");
  await receive(sqs, url, { VisibilityTimeout: 0 });
  const [message] = await receive(sqs, url, { MessageSystemAttributeNames: ["All"] });
  const [sentAt, firstReceivedAt] = [
    Number(message?.Attributes?.SentTimestamp),
    Number(message?.Attributes?.ApproximateFirstReceiveTimestamp),
  ];

  expect(message?.Attributes).toMatchObject({
    ApproximateReceiveCount: "2",
    SenderId: "TESTROOT",
  });
  expect(sentAt).toBeGreaterThanOrEqual(Math.floor(before));
  expect(firstReceivedAt).toBeGreaterThanOrEqual(sentAt);
});

test("a received message is hidden until its visibility timeout is over", async () => {
  const url = await newQueue(sqs, { VisibilityTimeout: "60" });
  await send(sqs, url, "again");
  const [first] = await receive(sqs, url);
  expect(await receive(sqs, url)).toEqual([]);

  under.cloud.clock.advance(61_000);
  const [second] = await receive(sqs, url);
  expect(second).toMatchObject({ MessageId: first?.MessageId });
  expect(second?.ReceiptHandle).not.toBe(first?.ReceiptHandle);

  await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: first?.ReceiptHandle }));
  expect(await counts(sqs, url)).toEqual(["0", "1", "0"]);
});

test("visibility can be given up or prolonged, but only of a message in flight", async () => {
  const url = await newQueue(sqs);
  await send(sqs, url, "x");
  const [first] = await receive(sqs, url);
  await hide(url, first?.ReceiptHandle, 0);
  await expect(hide(url, first?.ReceiptHandle, 10)).rejects.toHaveProperty(
    "name",
    "MessageNotInflight",
  );

  const [second] = await receive(sqs, url);
  await hide(url, second?.ReceiptHandle, 600);
  under.cloud.clock.advance(599_000);
  expect(await receive(sqs, url)).toEqual([]);
  await expect(hide(url, first?.ReceiptHandle, 10)).rejects.toThrow(/does not exist/);
  await expect(hide(url, second?.ReceiptHandle, 43_201)).rejects.toThrow(/VisibilityTimeout/);
  await expect(hide(url, "nonsense", 1)).rejects.toHaveProperty("name", "ReceiptHandleIsInvalid");
});

test("a delayed message is seen when its delay is over", async () => {
  const url = await newQueue(sqs, { DelaySeconds: "900" });
  await send(sqs, url, "late");
  await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "now", DelaySeconds: 0 }));
  expect(await receive(sqs, url)).toMatchObject([{ Body: "now" }]);
  expect(await counts(sqs, url)).toEqual(["0", "1", "1"]);

  under.cloud.clock.advance(900_000);
  const bodies = (await receive(sqs, url)).map(({ Body }) => Body);
  expect(bodies.sort()).toEqual(["late", "now"]);
});

test("a message is forgotten when its retention is over", async () => {
  const url = await newQueue(sqs, { MessageRetentionPeriod: "60" });
  await send(sqs, url, "old");
  under.cloud.clock.advance(61_000);
  expect(await counts(sqs, url)).toEqual(["0", "0", "0"]);
  expect(await receive(sqs, url)).toEqual([]);
});

test("a long poll ends with the message that arrives, or when the cloud's time is up", async () => {
  const url = await newQueue(sqs, { ReceiveMessageWaitTimeSeconds: "20" });
  const waiting = receive(sqs, url);
  await send(sqs, url, "arrived");
  expect(await waiting).toMatchObject([{ Body: "arrived" }]);

  const empty = await newQueue(sqs);
  const inVain = receive(sqs, empty, { WaitTimeSeconds: 20 });
  const time = setInterval(() => under.cloud.clock.advance(5_000), 20);
  expect(await inVain).toEqual([]);
  clearInterval(time);
});

test("no more messages are received than asked for, the oldest first", async () => {
  const url = await newQueue(sqs);
  await send(sqs, url, "1", "2", "3");
  const batch = await receive(sqs, url, { MaxNumberOfMessages: 2 });
  expect(batch.map(({ Body }) => Body)).toEqual(["1", "2"]);
  await expect(receive(sqs, url, { MaxNumberOfMessages: 11 })).rejects.toThrow(
    /MaxNumberOfMessages is invalid/,
  );
  await expect(receive(sqs, url, { WaitTimeSeconds: 21 })).rejects.toThrow(/between 0 and 20/);
});

test("a message has at most 1 MiB, its attributes counted, and so has a batch", async () => {
  const QueueUrl = await newQueue(sqs);
  const MessageBody = "x".repeat(1_048_576);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  const MessageAttributes = { a: { DataType: "String", StringValue: "b" } };
  await expect(
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageAttributes })),
  ).rejects.toThrow(/shorter than 1048576 bytes/);

  const half = "x".repeat(600_000);
  const Entries = ["a", "b"].map((Id) => ({ Id, MessageBody: half }));
  await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toHaveProperty(
    "name",
    "BatchRequestTooLong",
  );
});

test("what a message must not be is refused in AWS's words", async () => {
  const QueueUrl = await newQueue(sqs);
  const attempt = (input: object) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "x", ...input }));
  const attribute = (DataType: string, StringValue = "v") =>
    attempt({ MessageAttributes: { a: { DataType, StringValue } } });

  await expect(attempt({ MessageBody: "" })).rejects.toThrow(/must contain the parameter/);
  await expect(attempt({ DelaySeconds: 901 })).rejects.toThrow(/DelaySeconds is invalid/);
  await expect(attribute("Date")).rejects.toThrow(/invalid message attribute type/);
  await expect(attribute("String", "")).rejects.toThrow(/non-empty/);
  await expect(attempt({ MessageGroupId: "g" })).rejects.toThrow("MessageGroupId");
});
