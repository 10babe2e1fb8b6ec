import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { ExportQueue, exportOf } from "#shared/export/export-queue.ts";
import { outages } from "../../support/aws-failures.ts";
import { anExport } from "../../support/export-table-contract.ts";

const { id } = anExport();

test("a message says which export, and nothing of what was typed", async () => {
  const client = new SQSClient();
  const sqs = mockClient(client);
  await new ExportQueue(client, "https://queue.example/export").send(id);

  const { MessageBody = "" } = sqs.commandCalls(SendMessageCommand)[0]?.args[0].input ?? {};
  expect(MessageBody).toBe(`{"exportId":"${id}"}`);
  expect(exportOf(MessageBody)).toBe(id);
  expect(() => exportOf('{"exportId":"emp_1"}')).toThrow();
});

test.each(outages)("%s is passed on", async (_, outage) => {
  const client = new SQSClient();
  mockClient(client).rejects(outage);

  await expect(new ExportQueue(client, "https://queue.example").send(id)).rejects.toBe(outage);
});
