import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { RedrawQueue, redrawOf } from "#shared/card/redraw-queue.ts";
import { outages } from "../../support/aws-failures.ts";

test("a message says whose card, and is read as it was written", async () => {
  const client = new SQSClient();
  const sqs = mockClient(client);
  await new RedrawQueue(client, "https://queue.example/redraw").send("emp_siti");

  const { QueueUrl, MessageBody = "" } =
    sqs.commandCalls(SendMessageCommand)[0]?.args[0].input ?? {};
  expect(QueueUrl).toBe("https://queue.example/redraw");
  expect(MessageBody).toBe('{"employeeId":"emp_siti"}');
  expect(redrawOf(MessageBody)).toBe("emp_siti");
});

test.each(["", "{}", "null", '{"employeeId":"nip#1"}', '{"employeeId":["emp_siti"]}'])(
  "%j is not a message of ours",
  (body) => {
    expect(() => redrawOf(body)).toThrow();
  },
);

test.each(outages)("%s is passed on", async (_, outage) => {
  const client = new SQSClient();
  mockClient(client).rejects(outage);

  await expect(new RedrawQueue(client, "https://queue.example").send("emp_siti")).rejects.toBe(
    outage,
  );
});

test("messages that SQS does not take are a failure", async () => {
  const client = new SQSClient();
  mockClient(client)
    .on(SendMessageBatchCommand)
    .resolves({ Failed: [{ Id: "0", Code: "ServiceUnavailable", SenderFault: false }] });

  await expect(
    new RedrawQueue(client, "https://queue.example").sendAll(["emp_siti"]),
  ).rejects.toThrow("A queue refused 1 messages: ServiceUnavailable.");
});

test("nobody to ask for is no call", async () => {
  const client = new SQSClient();
  const sqs = mockClient(client);
  await new RedrawQueue(client, "https://queue.example").sendAll([]);

  expect(sqs.calls()).toEqual([]);
});

test("its depth is what waits and what is being worked on", async () => {
  const client = new SQSClient();
  mockClient(client)
    .on(GetQueueAttributesCommand)
    .resolves({
      Attributes: { ApproximateNumberOfMessages: "30", ApproximateNumberOfMessagesNotVisible: "4" },
    });

  expect(await new RedrawQueue(client, "https://queue.example").depth()).toBe(34);
});
