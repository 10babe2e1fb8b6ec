import middy from "@middy/core";
import * as z from "zod";
import { type SealHistory, sealHistory } from "#shared/audit/seal-history.ts";
import { logger } from "#shared/runtime/logger.ts";

const input = z.strictObject({ job: z.literal("seal-history") });

/** Seals the hours of the history that are over. Lambda repeats a run that fails twice within minutes, then the next schedule does, and a second run does no harm. */
export function runSealer(dependencies: SealHistory) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const { seals, entries, late } = await sealHistory(dependencies);
    logger.info(`job.${job}`, { seals, entries, late });
  });
}
