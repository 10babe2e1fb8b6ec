import {
  AddPermissionCommand,
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  type QueueAttributeName,
  SendMessageCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AwsError } from "../../kernel/service.ts";
import {
  arnOf,
  counts,
  newQueue,
  receive,
  type SqsUnderTest,
  send,
  startSqs,
} from "./sqs-under-test.ts";

let under: SqsUnderTest;
let sqs: SQSClient;
const asked: string[] = [];

beforeAll(async () => {
  under = await startSqs({
    authorize: (_, action, resource) => {
      asked.push(`${action} ${resource}`);
      if (resource.endsWith(":forbidden")) throw new AwsError("AccessDenied", "Not allowed.");
    },
  });
  sqs = under.sqs;
});
afterAll(() => under.cloud.stop());

async function attributes(QueueUrl: string, ...AttributeNames: QueueAttributeName[]) {
  return (await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }))).Attributes;
}

test("a queue is found by its name, at an address of the endpoint", async () => {
  await sqs.send(new CreateQueueCommand({ QueueName: "photos" }));
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: "photos" }));
  expect(QueueUrl).toBe(`${under.cloud.endpoint}/000000000000/photos`);
});

test("a queue that does not exist is named so, by both of its codes", async () => {
  await expect(sqs.send(new GetQueueUrlCommand({ QueueName: "nobody" }))).rejects.toMatchObject({
    name: "QueueDoesNotExist",
    Code: "AWS.SimpleQueueService.NonExistentQueue",
  });
});

test("a new queue has AWS's defaults", async () => {
  const url = await newQueue(sqs);
  expect(await attributes(url, "All")).toMatchObject({
    QueueArn: arnOf(url),
    VisibilityTimeout: "30",
    MessageRetentionPeriod: "345600",
    MaximumMessageSize: "1048576",
    DelaySeconds: "0",
    ReceiveMessageWaitTimeSeconds: "0",
    SqsManagedSseEnabled: "true",
    ApproximateNumberOfMessages: "0",
    CreatedTimestamp: expect.stringMatching(/^\d{10}$/),
  });
});

test("attributes are set, changed, asked for one by one and taken away", async () => {
  const url = await newQueue(sqs, { VisibilityTimeout: "90", KmsMasterKeyId: "alias/kartu" });
  await sqs.send(
    new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { DelaySeconds: "5" } }),
  );
  expect(
    await attributes(url, "VisibilityTimeout", "DelaySeconds", "SqsManagedSseEnabled"),
  ).toEqual({ VisibilityTimeout: "90", DelaySeconds: "5", SqsManagedSseEnabled: "false" });

  await sqs.send(
    new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { KmsMasterKeyId: "" } }),
  );
  expect(await attributes(url, "KmsMasterKeyId")).toEqual({});
});

test("an unknown attribute, a wrong value and a FIFO queue are refused", async () => {
  const create = (Attributes: Record<string, string>, QueueName = "refused") =>
    sqs.send(new CreateQueueCommand({ QueueName, Attributes }));

  await expect(create({ Colour: "red" })).rejects.toHaveProperty("name", "InvalidAttributeName");
  await expect(create({ VisibilityTimeout: "43201" })).rejects.toHaveProperty(
    "name",
    "InvalidAttributeValue",
  );
  await expect(create({ FifoQueue: "true" })).rejects.toThrow(/no FIFO queues/);
  await expect(create({}, "orders.fifo")).rejects.toThrow(/no FIFO queues/);
  await expect(create({}, "with space")).rejects.toHaveProperty("name", "InvalidParameterValue");
});

test("a queue is made twice only with the same attributes", async () => {
  const create = (VisibilityTimeout: string) =>
    sqs.send(new CreateQueueCommand({ QueueName: "twice", Attributes: { VisibilityTimeout } }));
  const first = await create("60");

  expect((await create("60")).QueueUrl).toBe(first.QueueUrl);
  await expect(create("61")).rejects.toHaveProperty("name", "QueueNameExists");
});

test("the dead-letter queue must be there", async () => {
  const policy = { deadLetterTargetArn: arnOf("/nobody"), maxReceiveCount: 3 };
  await expect(newQueue(sqs, { RedrivePolicy: JSON.stringify(policy) })).rejects.toThrow(
    /Dead letter target does not exist/,
  );
});

test("queues are listed by prefix, page by page", async () => {
  for (const QueueName of ["list-a", "list-b", "list-c"])
    await sqs.send(new CreateQueueCommand({ QueueName }));
  const page = (NextToken?: string) =>
    sqs.send(new ListQueuesCommand({ QueueNamePrefix: "list-", MaxResults: 2, NextToken }));
  const names = (urls: string[] = []) => urls.map((url) => url.split("/").at(-1));

  const first = await page();
  expect(names(first.QueueUrls)).toEqual(["list-a", "list-b"]);
  const second = await page(first.NextToken);
  expect(names(second.QueueUrls)).toEqual(["list-c"]);
  expect(second.NextToken).toBeUndefined();
});

test("a purged queue is empty, a deleted one is gone with its messages", async () => {
  const url = await newQueue(sqs);
  await send(sqs, url, "one", "two");
  await sqs.send(new PurgeQueueCommand({ QueueUrl: url }));
  expect(await counts(sqs, url)).toEqual(["0", "0", "0"]);

  await send(sqs, url, "three");
  await sqs.send(new DeleteQueueCommand({ QueueUrl: url }));
  await expect(receive(sqs, url)).rejects.toHaveProperty("name", "QueueDoesNotExist");
  under.service.ensureQueue(url.split("/").at(-1) ?? "");
  expect(await receive(sqs, url)).toEqual([]);
});

test("a call is authorised on the queue's ARN before anything is said about the queue", async () => {
  const QueueUrl = `${under.cloud.endpoint}/000000000000/forbidden`;
  await expect(
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "x" })),
  ).rejects.toMatchObject({ name: "AccessDenied", Code: "AccessDenied" });
  expect(asked.at(-1)).toBe("sqs:SendMessage arn:aws:sqs:ap-southeast-3:000000000000:forbidden");
});

test("an operation it does not know fails with its name", async () => {
  const QueueUrl = await newQueue(sqs);
  await expect(
    sqs.send(new AddPermissionCommand({ QueueUrl, Label: "x", AWSAccountIds: [], Actions: [] })),
  ).rejects.toThrow("sqs:AddPermission");
});

test("an ensured queue has exactly the attributes it is given last", async () => {
  under.service.ensureQueue("ensured", { VisibilityTimeout: "90", DelaySeconds: "3" });
  const arn = under.service.ensureQueue("ensured", { VisibilityTimeout: "120" });
  expect(
    await attributes(under.service.queueUrl(arn), "VisibilityTimeout", "DelaySeconds"),
  ).toEqual({ VisibilityTimeout: "120", DelaySeconds: "0" });
});

test("queues and messages survive a restart", async () => {
  const url = await newQueue(sqs, { VisibilityTimeout: "7" });
  await send(sqs, url, "durable");
  await under.cloud.stop({ keep: true });
  under = await startSqs({ directory: under.cloud.directory });
  sqs = under.sqs;

  const moved = under.service.queueUrl(arnOf(url));
  expect(await attributes(moved, "VisibilityTimeout")).toEqual({ VisibilityTimeout: "7" });
  expect(await receive(sqs, moved)).toMatchObject([{ Body: "durable" }]);
});
