/** Whether a function that draws can be started and stopped without end: native code once took the whole cloud with it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { CloudClock } from "../local/cloud/kernel/clock.ts";
import { FunctionLog } from "../local/cloud/lambda/function-log.ts";
import { LambdaFunction } from "../local/cloud/lambda/lambda-function.ts";
import { OrphanWatch } from "../local/cloud/lambda/orphan-watch.ts";
import type { Bench } from "./bench.ts";
import { median, rounded } from "./measure.ts";

/** Draws in several sizes, keeps what it drew and leaves garbage: the crash came when memory outside the heap was given back. */
const drawing = `
  const { createCanvas } = require("@napi-rs/canvas");
  const kept = [];
  exports.handler = async () => {
    for (let i = 1; i <= 10; i++) {
      const canvas = createCanvas(200 * i, 120 * i);
      canvas.getContext("2d").fillRect(0, 0, 100, 100);
      kept.push(canvas.toBuffer("image/png").length, canvas);
    }
    return kept.length;
  };`;

export const workers: Bench = {
  about:
    "starts, ten drawings and a stop of one function's process, again and again: how many calls failed (0 is right), and the median of a start with its first call",
  rounds: 500,
  async measure({ rounds }) {
    const directory = mkdtempSync(join(tmpdir(), "kartu-workers-"));
    writeFileSync(join(directory, "index.cjs"), drawing);
    const orphans = new OrphanWatch();
    let failed = 0;
    const millis: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const fn = drawingFunction(directory, orphans);
      const startedAt = performance.now();
      await fn.invoke({}).catch((error: unknown) => {
        failed++;
        console.warn(`start ${round}: ${error}`);
      });
      millis.push(performance.now() - startedAt);
      await fn.close();
    }
    orphans.close();
    rmSync(directory, { recursive: true, force: true });
    return {
      ratios: {},
      figures: {
        "starts and stops": rounds,
        "calls that failed": failed,
        "start with its first call, ms": rounded(median(millis)),
      },
    };
  },
};

function drawingFunction(directory: string, orphans: OrphanWatch): LambdaFunction {
  const clock = new CloudClock();
  return new LambdaFunction(
    {
      name: "drawing",
      arn: "arn:aws:lambda:ap-southeast-3:000000000000:function:drawing",
      handler: "index.handler",
      codeDirectory: directory,
      layerPackages: ["@napi-rs/canvas"],
      memoryMegabytes: 512,
      // A crash is looked for, not a slow machine: with 30 s, a full one failed 3 of 500.
      timeoutSeconds: 300,
      roleArn: "arn:aws:iam::000000000000:role/drawing",
      environment: {},
      reservedConcurrency: undefined,
    },
    {
      clock,
      log: new FunctionLog(directory, clock),
      orphans,
      environment: () => ({}),
      projectDirectory: fileURLToPath(new URL("..", import.meta.url)),
    },
  );
}
