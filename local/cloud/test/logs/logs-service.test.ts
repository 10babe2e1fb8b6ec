import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
  paginateFilterLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, expect, test } from "vitest";
import { createLogs } from "../../logs/logs-service.ts";
import { startServices } from "../one-service.ts";

const line = (functionName: string, minute: number, fields: Record<string, unknown>) => ({
  functionName,
  text: JSON.stringify({ timestamp: `2026-11-26T01:0${minute}:00.000Z`, ...fields }),
});
const lines = [
  line("api", 1, { message: "request.refused", reference: "K7Q2-M9XB" }),
  line("api", 2, { message: "request.refused", reference: "AAAA-AAAA" }),
  line("api", 3, { message: "again", reference: "K7Q2-M9XB", deep: { code: "busy" } }),
  line("other", 1, { message: "elsewhere", reference: "K7Q2-M9XB" }),
];
const cloud = await startServices((context) => [
  createLogs(context, {
    groups: new Map([
      ["Kartu-Service-api", "api"],
      ["Kartu-Service-other", "other"],
      ["Else", "else"],
    ]),
    lines: () => lines,
  }),
]);
const client = new CloudWatchLogsClient(cloud.client);
afterAll(() => cloud.stop());

test("groups are found by how their names begin", async () => {
  const { logGroups } = await client.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: "Kartu-" }),
  );
  expect(logGroups?.map(({ logGroupName }) => logGroupName)).toEqual([
    "Kartu-Service-api",
    "Kartu-Service-other",
  ]);
});

test("lines are found by a property, in a span of time, page by page", async () => {
  const logGroupName = "Kartu-Service-api";
  const filterPattern = '{ $.reference = "K7Q2-M9XB" }';
  const pages: number[] = [];
  const input = { logGroupName, filterPattern };
  for await (const { events } of paginateFilterLogEvents({ client, pageSize: 1 }, { ...input }))
    pages.push(events?.length ?? 0);
  expect(pages).toEqual([1, 1]);

  const startTime = Date.parse("2026-11-26T01:02:00.000Z");
  const { events } = await client.send(new FilterLogEventsCommand({ ...input, startTime }));
  expect(events).toEqual([{ message: lines[2]?.text, timestamp: startTime + 60_000 }]);
  const deep = { logGroupName, filterPattern: '{ $.deep.code = "busy" }' };
  expect((await client.send(new FilterLogEventsCommand(deep))).events).toHaveLength(1);
});

test("a group that is not there and a pattern that is not known are refused", async () => {
  await expect(
    client.send(new FilterLogEventsCommand({ logGroupName: "Nowhere" })),
  ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  const filterPattern = '{ $.status > 499 && $.route = "/x" }';
  await expect(
    client.send(new FilterLogEventsCommand({ logGroupName: "Else", filterPattern })),
  ).rejects.toMatchObject({ name: "InvalidParameterException" });
});
