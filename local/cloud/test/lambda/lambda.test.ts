import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CloudClock } from "../../kernel/clock.ts";
import type { FunctionError } from "../../lambda/function-error.ts";
import { FunctionLog } from "../../lambda/function-log.ts";
import { LambdaFunction } from "../../lambda/lambda-function.ts";
import { runningCloud } from "../assembly/running-cloud.ts";
import { allow, arnOf, lambda, role, writeAssembly } from "../assembly/write-assembly.ts";

const DAY = 86_400_000;

/** One function with this code. @returns what invokes it */
async function runningFunction(code: string, properties: Record<string, unknown> = {}) {
  const assembly = writeAssembly(
    { S: { resources: { Role: role(), Fn: lambda("fn", "Role", properties) } } },
    { fn: { "index.cjs": code } },
  );
  const cloud = await runningCloud(assembly);
  const { functions, asyncInvocations } = cloud.parts;
  const fn = functions.named("fn");
  return {
    cloud,
    invoke: (event: unknown = {}) => fn.invoke(event),
    failure: (event: unknown = {}) =>
      fn.invoke(event).then(
        () => undefined,
        (e: FunctionError) => e,
      ),
    invokeLater: (event: unknown) => asyncInvocations.invokeLater(fn.definition.arn, event),
  };
}

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

test("a function that takes too long is stopped, and the next call finds a fresh one", async () => {
  const { invoke, failure } = await runningFunction(
    `let calls = 0;
     exports.handler = async ({ hang }) => { calls++; while (hang) ; return calls; };`,
    { Timeout: 1, ReservedConcurrentExecutions: 1 },
  );
  await invoke();

  const error = await failure({ hang: true });

  expect(error?.message).toBe("Task timed out after 1.00 seconds");
  expect(await invoke()).toBe(1);
});

test("moving the cloud's time uses up none of the time a function has", async () => {
  const { cloud, invoke } = await runningFunction(
    `exports.handler = async ({ until }, context) => {
       while (Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
       return context.getRemainingTimeInMillis() > 5000;
     };`,
    { Timeout: 10 },
  );
  const answer = invoke({ until: cloud.clock.millis() + DAY });

  cloud.clock.advance(DAY);

  expect(await answer).toBe(true);
});

test("while the code is still being bundled an invocation waits for it", async () => {
  const assembly = writeAssembly(
    { S: { resources: { Role: role(), Fn: lambda("fn", "Role") } } },
    { fn: { "readme.txt": "no code yet" } },
  );
  const code = Promise.withResolvers<void>();
  const { parts } = await runningCloud(assembly, { codeReady: code.promise });
  const fn = parts.functions.named("fn");
  const answer = fn.invoke({});

  writeFileSync(join(fn.definition.codeDirectory, "index.cjs"), "exports.handler = async () => 1;");
  code.resolve();

  expect(await answer).toBe(1);
});

test("a function that needs more memory than it has dies alone", async () => {
  const { invoke, failure } = await runningFunction(
    `exports.handler = async ({ eat }) => { const all = []; while (eat) all.push(new Array(1e5).fill(Math.random())); return "alive"; };`,
    { MemorySize: 128 },
  );

  expect((await failure({ eat: true }))?.errorType).toBe("Runtime.ExitError");
  expect(await invoke()).toBe("alive");
});

test("a crash of native code ends its function alone, and the call says how", async () => {
  const { invoke, failure } = await runningFunction(
    `exports.handler = async ({ crash }) => { if (crash) process.abort(); return "alive"; };`,
  );

  expect((await failure({ crash: true }))?.message).toBe(
    "Runtime exited with error: signal: aborted",
  );
  expect(await invoke()).toBe("alive");
});

test("a worker without work is ended, and the next call starts another", async () => {
  const directory = mkdtempSync(join(tmpdir(), "idle-"));
  writeFileSync(
    join(directory, "index.cjs"),
    "let calls = 0; exports.handler = async () => [process.pid, ++calls];",
  );
  const clock = new CloudClock();
  const fn = new LambdaFunction(
    {
      name: "fn",
      arn: "arn:aws:lambda:ap-southeast-3:000000000000:function:fn",
      roleArn: "arn:aws:iam::000000000000:role/fn",
      ...{ handler: "index.handler", codeDirectory: directory, layerPackages: [] },
      ...{ memoryMegabytes: 128, timeoutSeconds: 10, environment: {} },
      reservedConcurrency: undefined,
    },
    {
      ...{ clock, log: new FunctionLog(directory, clock), environment: () => ({}) },
      ...{ projectDirectory: directory, idleMillis: 200 },
    },
  );
  const [first] = [await fn.invoke({})].flat();
  expect(fn.workers).toBe(1);

  await expect.poll(() => fn.workers).toBe(0);
  await expect.poll(() => isRunning(Number(first))).toBe(false);
  const [second, calls] = [await fn.invoke({})].flat();
  await fn.close();

  expect([second === first, calls]).toEqual([false, 1]);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("an error outside the handler's promise kills the worker as it kills a Lambda", async () => {
  const { invoke, failure } = await runningFunction(
    `exports.handler = ({ crash }) => new Promise((resolve) => {
       if (!crash) return resolve("alive");
       setTimeout(() => { throw new TypeError("elsewhere"); });
     });`,
  );

  expect(await failure({ crash: true })).toMatchObject({
    errorType: "TypeError",
    message: "elsewhere",
  });
  expect(await invoke()).toBe("alive");
});

test("an answer of more than 6 MB is refused", async () => {
  const { failure } = await runningFunction(
    `exports.handler = async () => "x".repeat(6 * 1024 * 1024);`,
  );

  expect((await failure())?.errorType).toBe("Function.ResponseSizeTooLarge");
});

const counting = `let running = 0;
  exports.handler = async () => {
    running++;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return running--;
  };`;

test("a worker takes one call at a time, and what finds none free waits", async () => {
  const { invoke } = await runningFunction(counting);

  expect(await Promise.all([invoke(), invoke(), invoke()])).toEqual([1, 1, 1]);
});

test("no more run than are reserved: the others are throttled, and events come again", async () => {
  const { cloud, failure, invoke, invokeLater } = await runningFunction(counting, {
    ReservedConcurrentExecutions: 1,
  });
  const first = invoke();

  expect((await failure())?.errorType).toBe("TooManyRequestsException");
  invokeLater({});
  await expect.poll(() => cloud.parts.asyncInvocations.isPending).toBe(false);
  expect(await first).toBe(1);
  cloud.clock.advance(1000);
  await cloud.settle();
  expect(cloud.logs().filter(({ text }) => text.includes("platform.report"))).toHaveLength(2);
});

test("a function lives in the cloud's time", async () => {
  const { cloud, invoke } = await runningFunction(
    `exports.handler = async () => [Date.now(), new Date().getTime(), Date.parse(Date()), new Date(5).getTime(), new Date() instanceof Date];`,
  );
  await invoke();

  cloud.clock.advance(400 * DAY);

  const [now, created, text, given, isDate] = (await invoke()) as number[];
  const expected = cloud.clock.millis();
  for (const moment of [now, created, text])
    expect(Math.abs((moment ?? 0) - expected)).toBeLessThan(60_000);
  expect([given, isDate]).toEqual([5, true]);
});

test("a function finds the packages its layers bring, and no others", async () => {
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          Role: role(),
          Layer: {
            Type: "AWS::Lambda::LayerVersion",
            Properties: { Content: { S3Bucket: "assets", S3Key: "layer.zip" } },
          },
          With: lambda("draw", "Role", { Layers: [{ Ref: "Layer" }], FunctionName: "with" }),
          Without: lambda("draw", "Role", { FunctionName: "without" }),
        },
      },
    },
    {
      draw: {
        "index.cjs": `const { createCanvas } = require("@napi-rs/canvas");
          exports.handler = async () => createCanvas(2, 2).toBuffer("image/png").length > 0;`,
      },
      layer: {
        "nodejs/package.json": JSON.stringify({ dependencies: { "@napi-rs/canvas": "1" } }),
      },
    },
  );
  const { functions } = (await runningCloud(assembly)).parts;

  expect(await functions.named("with").invoke({})).toBe(true);
  await expect(functions.named("without").invoke({})).rejects.toThrow("no layer of the function");
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

  cloud.parts.asyncInvocations.invokeLater(cloud.parts.functions.named("fn").definition.arn, {
    n: 1,
  });
  await cloud.settle();
  expect([failures(), cloud.deadLetters()]).toEqual([1, {}]);
  cloud.clock.advance(60_000);
  await cloud.settle();
  expect([failures(), cloud.deadLetters()]).toEqual([2, {}]);
  cloud.clock.advance(120_000);
  await cloud.settle();
  expect([failures(), cloud.deadLetters()]).toEqual([3, { dead: 1 }]);
});

test("new code: what runs finishes with the old, what comes later waits for the new and gets it", async () => {
  const { cloud, invoke } = await runningFunction(
    `exports.handler = async ({ until }) => {
       while (until && !require("node:fs").existsSync(until)) await new Promise((r) => setTimeout(r, 5));
       return "old";
     };`,
    { ReservedConcurrentExecutions: 2 },
  );
  const fn = cloud.parts.functions.named("fn");
  const { codeDirectory } = fn.definition;
  const signal = join(codeDirectory, "signal");
  await invoke();
  const running = invoke({ until: signal });
  const bundled = Promise.withResolvers<void>();
  const served = fn.updateCode(() => bundled.promise);
  const later = invoke();

  writeFileSync(join(codeDirectory, "index.cjs"), 'exports.handler = async () => "new";');
  bundled.resolve();
  await served();
  writeFileSync(signal, "");

  expect(await running).toBe("old");
  expect(await later).toBe("new");
  expect(await invoke()).toBe("new");
});
