import fc from "fast-check";
import { logger } from "#shared/runtime/logger.ts";
import { steps } from "./history.ts";
import { type MakePipeline, runSchedule } from "./schedule.ts";

export interface Outcome {
  /** How many histories were run before it ended. */
  readonly runs: number;
  /** What was broken, with the shortest history that breaks it; undefined when nothing was. */
  readonly failure: string | undefined;
  readonly injected: ReadonlyMap<string, number>;
}

// Thousands of injected failures are no news.
logger.setLogLevel("SILENT");

/** Runs so many random histories from a seed, in random order with random faults. */
export async function simulate(
  makePipeline: MakePipeline,
  { runs, seed, shrink = false }: { runs: number; seed: number; shrink?: boolean },
): Promise<Outcome> {
  const injected = new Map<string, number>();
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.integer(),
    steps,
    async (scheduler, faults, history) => {
      for (const [fault, count] of await runSchedule(makePipeline, scheduler, faults, history)) {
        injected.set(fault, (injected.get(fault) ?? 0) + count);
      }
    },
  );
  const details = await fc.check(property, { numRuns: runs, seed, endOnFailure: !shrink });
  if (!details.failed) return { runs: details.numRuns, failure: undefined, injected };
  const acts = details.counterexample?.[2].map(({ act, who }) => `${act} ${who}`).join(", ");
  const reason =
    details.errorInstance instanceof Error
      ? details.errorInstance.message
      : String(details.errorInstance);
  return {
    runs: details.numRuns,
    failure: `${reason} | ${acts} | seed ${seed}, path ${details.counterexamplePath}`,
    injected,
  };
}
