import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { BulkQueue, bulkOf } from "#shared/bulk/bulk-queue.ts";
import { outages } from "../../support/aws-failures.ts";
import { aBulk } from "../../support/bulk-table-contract.ts";

const { id } = aBulk();

test("a message says which work, and nothing of its people", async () => {
  const client = new SQSClient();
  const sqs = mockClient(client);
  await new BulkQueue(client, "https://queue.example/bulk").send(id);

  const { MessageBody = "" } = sqs.commandCalls(SendMessageCommand)[0]?.args[0].input ?? {};
  expect(MessageBody).toBe(`{"bulkId":"${id}"}`);
  expect(bulkOf(MessageBody)).toBe(id);
});

test.each(outages)("%s is passed on, but not to who has just started it", async (_, outage) => {
  const client = new SQSClient();
  mockClient(client).rejects(outage);
  const queue = new BulkQueue(client, "https://queue.example");

  await expect(queue.send(id)).rejects.toBe(outage);
  await expect(queue.sendFirst(id)).resolves.toBeUndefined();
});
