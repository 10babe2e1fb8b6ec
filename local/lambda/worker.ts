/** Runs inside a worker thread: what the Node.js runtime of Lambda is to a function. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { payloadLimit } from "./payload-limit.ts";
import { resolveLayers } from "./resolve-layers.ts";
import { shiftDate } from "./shift-date.ts";
import type { Invocation, Outcome, WorkerBoot } from "./worker-messages.ts";

type Handler = (event: unknown, context: object) => unknown;

const boot = workerData as WorkerBoot;
const machineNow = Date.now;
shiftDate(boot.clockOffset);
resolveLayers(boot);

// The first invocation meets what goes wrong here, as on Lambda; the worker dies of it.
const handler = await loadHandler(boot);

parentPort?.on("message", async (invocation: Invocation) => {
  const result = await outcome(invocation);
  await flush();
  parentPort?.postMessage({ requestId: invocation.requestId, ...result } satisfies Outcome);
});

/** What was printed has arrived when the answer does: it passes on a way of its own. */
async function flush(): Promise<void> {
  const streams = [process.stdout, process.stderr];
  await Promise.all(
    streams.map((stream) => new Promise<void>((resolve) => stream.write("", () => resolve()))),
  );
}

async function loadHandler({ codeDirectory, handler }: WorkerBoot): Promise<Handler> {
  const [module = "", name = ""] = handler.split(".");
  const file = [".cjs", ".mjs", ".js"]
    .map((extension) => join(codeDirectory, module + extension))
    .find(existsSync);
  if (!file) throw new Error(`Cannot find module '${module}' in ${boot.functionName}`);
  // CommonJS through require, so that the module's exports are what it says they are.
  const exports: Record<string, unknown> = file.endsWith(".mjs")
    ? await import(pathToFileURL(file).href)
    : createRequire(file)(file);
  const found = exports[name];
  if (typeof found !== "function") throw new Error(`${handler} is undefined or not exported`);
  return found as Handler;
}

async function outcome({
  requestId,
  event,
  deadline,
}: Invocation): Promise<Omit<Outcome, "requestId">> {
  try {
    const answer = JSON.stringify(await handler(JSON.parse(event), context(requestId, deadline)));
    const size = Buffer.byteLength(answer ?? "");
    if (size <= payloadLimit) return { answer };
    return failure(
      "Function.ResponseSizeTooLarge",
      `Response payload size (${size} bytes) exceeded maximum allowed payload size (${payloadLimit} bytes).`,
    );
  } catch (error) {
    if (!(error instanceof Error)) return failure("string", String(error));
    return failure(error.name, error.message, error.stack?.split("\n"));
  }
}

function failure(errorType: string, errorMessage: string, trace: string[] = []) {
  return { error: { errorType, errorMessage, trace } };
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function context(awsRequestId: string, deadline: number): object {
  return {
    awsRequestId,
    functionName: boot.functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: boot.functionArn,
    memoryLimitInMB: String(boot.memoryMegabytes),
    logGroupName: `/aws/lambda/${boot.functionName}`,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - machineNow()),
  };
}
