import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { PrintQueue, printOf } from "#shared/print/print-queue.ts";
import { outages } from "../../support/aws-failures.ts";
import { aPrint } from "../../support/print-table-contract.ts";

const { id } = aPrint();

test("a message says which print, and nothing of its unit", async () => {
  const client = new SQSClient();
  const sqs = mockClient(client);
  await new PrintQueue(client, "https://queue.example/print").send(id);

  const { QueueUrl, MessageBody = "" } =
    sqs.commandCalls(SendMessageCommand)[0]?.args[0].input ?? {};
  expect(QueueUrl).toBe("https://queue.example/print");
  expect(MessageBody).toBe(`{"printId":"${id}"}`);
  expect(printOf(MessageBody)).toBe(id);
});

test.each(["", "{}", "null", '{"printId":"emp_siti"}', '{"printId":"prt_../../cards"}'])(
  "%j is not a message of ours",
  (body) => {
    expect(() => printOf(body)).toThrow();
  },
);

test.each(outages)("%s is passed on", async (_, outage) => {
  const client = new SQSClient();
  mockClient(client).rejects(outage);

  await expect(new PrintQueue(client, "https://queue.example").send(id)).rejects.toBe(outage);
});
