/** What consumers meet when AWS does what its documents allow: late, twice, at the same time, out of order. */

import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
  GetQueueUrlCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import type { Cloud } from "../../cloud.ts";
import { Faults } from "../../events/faults.ts";
import { runningCloud } from "../assembly/running-cloud.ts";
import { got, queueAssembly, streamAssembly } from "./consumer-assemblies.ts";

const ids = Array.from({ length: 10 }, (_, index) => `e${index}`);

/** Each event twice at the same time, and what has an order in its reverse: every number is below the one before. */
function allFaults(): Faults {
  let count = 0;
  return new Faults(() => 0.3 / ++count);
}

/** Each event twice, one time after the other: how late, whether twice, whether meanwhile. */
function oneAfterTheOther(): Faults {
  let count = 0;
  return new Faults(() => [0, 0, 0.9][count++ % 3] ?? 0);
}

/** An invocation for each number of milliseconds, told as they begin and end. */
function invocations(...lasting: number[]) {
  const told: string[] = [];
  const left = [...lasting.entries()];
  const invoke = async () => {
    const [number, milliseconds] = left.shift() ?? [0, 0];
    told.push(`${number} begins`);
    await sleep(milliseconds);
    told.push(`${number} ends`);
    return number;
  };
  return { told, invoke };
}

/** Each once, in the order in which they came first. */
function firsts(all: readonly string[]): string[] {
  return [...new Set(all)];
}

/** S3 has sent one when the bucket was made, and it comes like all others. @returns how often something came */
async function testEvents(cloud: Cloud): Promise<number> {
  await cloud.waitUntilIdle();
  return got(cloud).length;
}

test("a stream's records come in order, and again as the batch that they were", async () => {
  const faults = allFaults();
  const cloud = await runningCloud(streamAssembly(), { faults });
  const db = new DynamoDBClient(cloud.client);
  for (const id of ids)
    await db.send(new PutItemCommand({ TableName: "people", Item: { id: { S: id } } }));
  await cloud.waitUntilIdle();

  const calls = cloud.logs().filter(({ text }) => "got" in JSON.parse(text));
  const batches = calls.map(({ text }) => JSON.stringify(JSON.parse(text).got));
  expect(firsts(got(cloud))).toEqual(ids);
  expect(batches).toEqual(firsts(batches).flatMap((batch) => [batch, batch]));
  expect(faults.duplicates).toBe(batches.length / 2);
  expect(cloud.deadLetters()).toEqual({});
});

test("a queue's messages all come, some again, and not in their order", async () => {
  const faults = allFaults();
  const cloud = await runningCloud(queueAssembly(), { faults });
  const before = await testEvents(cloud);
  const sqs = new SQSClient(cloud.client);
  const Entries = ids.map((id) => ({ Id: id, MessageBody: id }));
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: "work" }));
  await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  await cloud.waitUntilIdle();

  const all = got(cloud).slice(before);
  expect(firsts(all)).not.toEqual(ids);
  expect(all.toSorted()).toEqual(ids.flatMap((id) => [id, id]));
  expect(cloud.deadLetters()).toEqual({});
});

test("what comes meanwhile to a function without room comes once there is room, and is no try", async () => {
  const cloud = await runningCloud(queueAssembly({ ReservedConcurrentExecutions: 1 }), {
    faults: allFaults(),
  });
  const before = await testEvents(cloud);
  const sqs = new SQSClient(cloud.client);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: "work" }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "one" }));
  await cloud.waitUntilIdle();

  expect(got(cloud).slice(before)).toEqual(["one", "one"]);
});

test("an event that nobody waits for comes twice, too", async () => {
  const faults = allFaults();
  const cloud = await runningCloud(queueAssembly(), { faults });
  const before = await testEvents(cloud);
  const [consumer] = cloud.services.functions.all();
  cloud.services.asyncInvocations.invokeLater(consumer?.definition.arn ?? "", {
    Records: [{ messageId: "m", body: "later" }],
  });
  await cloud.waitUntilIdle();

  expect(got(cloud).slice(before)).toEqual(["later", "later"]);
});

test("without faults each comes once", async () => {
  const cloud = await runningCloud(queueAssembly());
  const before = await testEvents(cloud);
  const sqs = new SQSClient(cloud.client);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: "work" }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "one" }));
  await cloud.waitUntilIdle();

  expect(got(cloud).slice(before)).toEqual(["one"]);
});

test("what comes again comes after the first, or while it is worked on", async () => {
  const after = invocations(5, 5);
  await oneAfterTheOther().deliver("a queue", {}, after.invoke);
  expect(after.told).toEqual(["0 begins", "0 ends", "1 begins", "1 ends"]);

  const meanwhile = invocations(50, 5);
  const answer = await allFaults().deliver("a queue", {}, meanwhile.invoke);
  expect(meanwhile.told).toEqual(["0 begins", "1 begins", "1 ends", "0 ends"]);
  expect(answer).toBe(0);
});

test.each([
  ["after the first", oneAfterTheOther],
  ["meanwhile", allFaults],
])("what comes again %s is not heard: its failure sets nothing back", async (_, faultsOf) => {
  const answers = [() => "first", () => Promise.reject(new Error("second"))];
  const answer = await faultsOf().deliver("a queue", {}, async () => answers.shift()?.());

  expect(answer).toBe("first");
  expect(answers).toEqual([]);
});

test("what fails the first time is left to the retries of its source", async () => {
  const faults = oneAfterTheOther();
  const failing = faults.deliver("a queue", {}, () => Promise.reject(new Error("first")));

  await expect(failing).rejects.toThrow("first");
  expect(faults.duplicates).toBe(0);
});

test("what fails while it comes again is told once both are done", async () => {
  const { told, invoke } = invocations(50);
  const answers = [() => Promise.reject(new Error("first")), invoke];
  const failing = allFaults().deliver("a queue", {}, async () => answers.shift()?.());

  await expect(failing).rejects.toThrow("first");
  expect(told).toEqual(["0 begins", "0 ends"]);
});

test("any order is one of all", () => {
  const numbers = [0.9, 0.1, 0.5];
  const faults = new Faults(() => numbers.shift() ?? 0);
  expect(faults.inAnyOrder("a queue", ["a", "b", "c"])).toEqual(["b", "c", "a"]);
});

test("a seed brings the same faults again, for each source its own", () => {
  const orders = (seed: string) => {
    const faults = Faults.fromSeed(seed);
    return ["a queue", "another", "a queue"].map((source) => faults.inAnyOrder(source, ids));
  };

  expect(orders("7")).toEqual(orders("7"));
  expect(orders("7")).not.toEqual(orders("8"));
  expect(new Set(orders("7").map((order) => order.join())).size).toBe(3);
});
