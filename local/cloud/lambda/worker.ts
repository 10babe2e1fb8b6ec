/** Runs as a separate process and does what the Node.js runtime of Lambda does for a function. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { payloadLimit } from "./payload-limit.ts";
import { resolveLayers } from "./resolve-layers.ts";
import { shiftDate } from "./shift-date.ts";
import type {
  ClockMove,
  Invocation,
  Outcome,
  Ready,
  ToWorker,
  WorkerBoot,
} from "./worker-messages.ts";

type Handler = (event: unknown, context: object) => unknown;

const boot: WorkerBoot = JSON.parse(process.argv[2] ?? "{}");
const machineNow = Date.now;
const moveClock = shiftDate(boot.clockOffset);
resolveLayers(boot);

// Lambda ends an environment in which something threw that nobody caught.
process.on("uncaughtException", (error) => {
  const outcome: Outcome = { requestId: undefined, ...failureOf(error) };
  process.send?.(outcome, () => process.exit(1));
});
// The cloud has ended.
process.on("disconnect", () => process.exit());

// An error here ends the process, and the first invocation fails with it, as on Lambda.
const handler = loadHandler(boot);
const ready: Ready = { ready: true };
const tellReady = () => void process.send?.(ready);
handler.then(tellReady, tellReady);

process.on("message", async (message: ToWorker) => {
  if (isClockMove(message)) {
    moveClock(message.clockOffset);
    return;
  }
  const result: Outcome = { requestId: message.requestId, ...(await outcome(message)) };
  await flush();
  process.send?.(result);
});

function isClockMove(message: ToWorker): message is ClockMove {
  return "clockOffset" in message;
}

/** Waits until the output has been sent, because it goes through another channel than the answer. */
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
  const handle = await handler;
  try {
    const answer = JSON.stringify(await handle(JSON.parse(event), context(requestId, deadline)));
    const size = Buffer.byteLength(answer ?? "");
    if (size <= payloadLimit) return { answer };
    return failure(
      "Function.ResponseSizeTooLarge",
      `Response payload size (${size} bytes) exceeded maximum allowed payload size (${payloadLimit} bytes).`,
    );
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown) {
  if (!(error instanceof Error)) return failure("string", String(error));
  return failure(error.name, error.message, error.stack?.split("\n"));
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
