import middy from "@middy/core";
import * as z from "zod";
import type { Corrections } from "#shared/correction/correction.ts";
import { type EraseLeavers, eraseLeavers } from "#shared/erasure/erase-leavers.ts";
import { logger } from "#shared/runtime/logger.ts";

const input = z.strictObject({ job: z.literal("erase-leavers") });

/** From so many on, the number says no more than that there are many. */
const mostCounted = 100;

export interface LeaverEraser extends EraseLeavers {
  readonly corrections: Pick<Corrections, "countOverdue">;
}

/**
 * The nightly work that UU 27/2022 asks for: erases whose time is over, and counts the reports of wrong data that nobody has answered in
 * theirs. Lambda repeats a run that fails twice within minutes, then the next schedule does, and a second run does no harm.
 */
export function runLeaverEraser(dependencies: LeaverEraser) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    // First: whatever becomes of erasing, the law's three days run.
    const overdue = await countOverdue(dependencies);
    // Its line is counted, and an alarm hears of it.
    if (overdue > 0) logger.warn("corrections.overdue", { overdue });
    logger.info(`job.${job}`, { erased: await eraseLeavers(dependencies) });
  });
}

async function countOverdue({ agencies, corrections, clock }: LeaverEraser): Promise<number> {
  const now = clock.now();
  let overdue = 0;
  for (const { id } of await agencies.list())
    overdue += await corrections.countOverdue(id, now, mostCounted);
  return overdue;
}
