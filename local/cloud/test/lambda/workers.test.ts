/** The workers that run a function: how many there are, and how they end. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CloudClock } from "../../kernel/clock.ts";
import { FunctionLog } from "../../lambda/function-log.ts";
import { LambdaFunction } from "../../lambda/lambda-function.ts";
import { OrphanWatch } from "../../lambda/orphan-watch.ts";
import { lambda, role, writeAssembly } from "../assembly/write-assembly.ts";
import { runningFunction } from "./running-function.ts";

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

test("what loading the code takes does not count as the invocation's time", async () => {
  const { invoke } = await runningFunction(
    `const until = Date.now() + 1500; while (Date.now() < until);
     exports.handler = async () => "in time";`,
    { Timeout: 1 },
  );

  expect(await invoke()).toBe("in time");
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
      ...{ projectDirectory: directory, idleMillis: 200, orphans: new OrphanWatch() },
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

test("a function in an endless loop does not survive a kill of the cloud", async () => {
  const assembly = writeAssembly(
    { S: { resources: { Role: role(), Fn: lambda("fn", "Role", { Timeout: 60 }) } } },
    {
      fn: {
        "index.cjs":
          "exports.handler = async () => { console.log('pid=' + process.pid); for (;;); };",
      },
    },
  );
  const directory = mkdtempSync(join(tmpdir(), "endless-"));
  const cloud = fork(join(import.meta.dirname, "endless-cloud.ts"), [directory, assembly], {
    stdio: "inherit",
  });
  const [line] = await once(cloud, "message");
  const pid = Number(/pid=(\d+)/.exec(line.text)?.[1]);
  expect(isRunning(pid)).toBe(true);

  cloud.kill("SIGKILL");

  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
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

test("what a worker says last is heard by a cloud that was busy as the worker ended", async () => {
  const { invoke, failure } = await runningFunction(
    `exports.handler = ({ crash }) => new Promise((resolve) => {
       if (!crash) return resolve("alive");
       setTimeout(() => { throw new TypeError("elsewhere"); }, 50);
     });`,
  );
  await invoke();

  const failed = failure({ crash: true });
  await new Promise((resolve) => setTimeout(resolve, 20));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);

  expect(await failed).toMatchObject({ errorType: "TypeError" });
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
  await expect.poll(() => cloud.services.asyncInvocations.isPending).toBe(false);
  expect(await first).toBe(1);
  // On a busy machine it may have been throttled more than once, and then waits longer.
  const reports = async () => {
    cloud.clock.advance(1000);
    await cloud.waitUntilIdle();
    return cloud.logs().filter(({ text }) => text.includes("platform.report")).length;
  };
  await expect.poll(reports).toBe(2);
});
