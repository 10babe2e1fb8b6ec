/** What a check of a card costs the processor, whose work it is, and how many a second one process answers. */
import middy from "@middy/core";
import { keysOf } from "#shared/runtime/keyed.ts";
import { logger } from "#shared/runtime/logger.ts";
import { aContext } from "../test/support/lambda-events.ts";
import type { Bench } from "./bench.ts";
import { inTurns, median, rounded, timed } from "./measure.ts";
import { type AtRate, upToTheKnee } from "./verify/rates.ts";
import { type Check, verifyWorld } from "./verify/world.ts";

/** Milliseconds of the processor for product and SDK (issue «Verification», «Under attack and load»). */
const goalMs = 3;
/** Checks a round: one alone is less than the clock of the processor's time tells apart. */
const together = 50;
/**
 * Arrivals a second at which each begins, well below its knee, so that the knee shows: the embedded DynamoDB and S3 share the one process with what
 * asks them.
 */
const firstRates = { empty: 1000, product: 200, sdk: 20, cloud: 4 } as const;
/** What 95 of 100 may take before a rate is told as too high. */
const limitMs = 100;

export const verify: Bench = {
  about:
    "a check of a card, its captcha solved before, through verify-api's handler beside an empty middy handler: its time on the processor as product (tables in memory), SDK (real clients, answers kept) and emulator (the embedded DynamoDB and S3); then rising rates to the knee, where 5 of 100 take more than 100 ms",
  rounds: 30,
  /** Long: what is compared, then what is printed. */
  async measure({ rounds }) {
    logger.setLogLevel("SILENT");
    const world = await verifyWorld();
    try {
      const makers = { empty: emptyChecks(), product: world.inMemory, sdk: world.onReplay };
      const all = { ...makers, cloud: world.onCloud };
      const subjects = {
        empty: cpuOf(all.empty),
        product: cpuOf(all.product),
        sdk: cpuOf(all.sdk),
        cloud: cpuOf(all.cloud),
      };
      const cpu = await inTurns(subjects, { rounds, warmUp: 30 });
      const [empty, product, sdk, cloud] = [cpu.empty, cpu.product, cpu.sdk, cpu.cloud].map(median);
      const rising: Record<string, AtRate[]> = {};
      for (const name of keysOf(firstRates))
        rising[name] = await upToTheKnee(all[name], {
          from: firstRates[name],
          ...{ limitMs, most: 20_000 },
        });
      return {
        lines: Object.entries(rising).flatMap(([name, rates]) => rates.map((at) => line(name, at))),
        ratios: { goal: rounded(goalMs / (sdk ?? 0)) },
        figures: {
          "empty middy handler, CPU ms": rounded(empty ?? 0),
          "product, CPU ms a check": rounded((product ?? 0) - (empty ?? 0)),
          "SDK, CPU ms a check": rounded((sdk ?? 0) - (product ?? 0)),
          "emulator, CPU ms a check": rounded((cloud ?? 0) - (sdk ?? 0)),
          "product and SDK with the handler, CPU ms a check": rounded(sdk ?? 0),
          ...Object.fromEntries(
            Object.entries(rising).map(([name, rates]) => [
              `${name}: a second at the knee`,
              rates.findLast(({ p95Ms }) => p95Ms <= limitMs)?.rate ?? 0,
            ]),
          ),
        },
      };
    } finally {
      await world.stop();
    }
  },
};

function emptyChecks(): () => Promise<Check> {
  const handler = middy().handler(async () => ({ statusCode: 200, body: "{}" }));
  return async () => async () => void (await handler({}, aContext));
}

/** @returns milliseconds of the processor of one check, one after the other */
function cpuOf(prepare: () => Promise<Check>): () => Promise<number> {
  return async () => {
    const checks: Check[] = [];
    for (let i = 0; i < together; i++) checks.push(await prepare());
    const { cpuMs } = await timed(async () => {
      for (const check of checks) await check();
    });
    return cpuMs / together;
  };
}

function line(name: string, { rate, p50Ms, p95Ms }: AtRate): string {
  return `${name.padEnd(8)} ${String(rate).padStart(6)} a second: p50 ${rounded(p50Ms)} ms, p95 ${rounded(p95Ms)} ms`;
}
