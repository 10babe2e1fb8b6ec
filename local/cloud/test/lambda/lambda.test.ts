import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { allow, arnOf, lambda, role, writeAssembly } from "../assembly/write-assembly.ts";
import { runningFunction } from "./running-function.ts";

const dayMillis = 86_400_000;

test("a function gets its event, its settings and a context", async () => {
  const { invoke } = await runningFunction(
    `exports.handler = async (event, context) => ({
      event, colour: process.env.COLOUR, region: process.env.AWS_REGION,
      name: context.functionName, memory: context.memoryLimitInMB,
      hasTime: context.getRemainingTimeInMillis() > 5000, hours: new Date(0).getHours(),
    });`,
    { Environment: { Variables: { COLOUR: "red" } }, MemorySize: 256 },
  );

  expect(await invoke({ a: 1 })).toEqual({
    event: { a: 1 },
    colour: "red",
    region: "ap-southeast-3",
    name: "fn",
    memory: "256",
    hasTime: true,
    hours: 0,
  });
});

test("moving the cloud's time uses up none of the time a function has", async () => {
  const { cloud, invoke } = await runningFunction(
    `exports.handler = async ({ until }, context) => {
       while (Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
       return context.getRemainingTimeInMillis() > 5000;
     };`,
    { Timeout: 10 },
  );
  const answer = invoke({ until: cloud.clock.millis() + dayMillis });

  cloud.clock.advance(dayMillis);

  expect(await answer).toBe(true);
});

test("an answer of more than 6 MB is refused", async () => {
  const { failure } = await runningFunction(
    `exports.handler = async () => "x".repeat(6 * 1024 * 1024);`,
  );

  expect((await failure())?.errorType).toBe("Function.ResponseSizeTooLarge");
});

test("a function lives in the cloud's time", async () => {
  const { cloud, invoke } = await runningFunction(
    `exports.handler = async () => [Date.now(), new Date().getTime(), Date.parse(Date()), new Date(5).getTime(), new Date() instanceof Date];`,
  );
  await invoke();

  cloud.clock.advance(400 * dayMillis);

  const [now, created, text, given, isDate] = (await invoke()) as number[];
  const expected = cloud.clock.millis();
  for (const moment of [now, created, text])
    expect(Math.abs((moment ?? 0) - expected)).toBeLessThan(60_000);
  expect([given, isDate]).toEqual([5, true]);
});

test("what a function prints is in its log as JSON, and so is how it ended", async () => {
  const { cloud, invoke } = await runningFunction(
    `exports.handler = async () => { console.log("plain"); console.log(JSON.stringify({ level: "INFO", message: "json" })); };`,
  );
  await invoke();
  await expect
    .poll(() => cloud.logs().map(({ text }) => JSON.parse(text)))
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ message: "plain" }),
        expect.objectContaining({ level: "INFO", message: "json" }),
        expect.objectContaining({ type: "platform.report" }),
      ]),
    );
});

test("an event nobody waits for is tried three times, minutes apart, then set aside", async () => {
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          Dead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "dead" } },
          Role: role([allow(["sqs:SendMessage"], arnOf("Dead"))]),
          Fn: lambda("fn", "Role", { DeadLetterConfig: { TargetArn: arnOf("Dead") } }),
        },
      },
    },
    { fn: { "index.cjs": `exports.handler = async () => { throw new Error("always"); };` } },
  );
  const cloud = await runningCloud(assembly);
  const failures = () => cloud.logs().filter(({ text }) => text.includes("always")).length;

  cloud.services.asyncInvocations.invokeLater(cloud.services.functions.named("fn").definition.arn, {
    n: 1,
  });
  await cloud.waitUntilIdle();
  expect([failures(), cloud.deadLetters()]).toEqual([1, {}]);
  cloud.clock.advance(60_000);
  await cloud.waitUntilIdle();
  expect([failures(), cloud.deadLetters()]).toEqual([2, {}]);
  cloud.clock.advance(120_000);
  await cloud.waitUntilIdle();
  expect([failures(), cloud.deadLetters()]).toEqual([3, { dead: 1 }]);
});
