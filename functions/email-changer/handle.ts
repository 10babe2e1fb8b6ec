import middy from "@middy/core";
import * as z from "zod";
import { logger } from "#shared/runtime/logger.ts";
import {
  type CarryOutEmailChanges,
  carryOutEmailChanges,
} from "#shared/session/carry-out-email-changes.ts";

const input = z.strictObject({ job: z.literal("email-changes") });

/** Carries out the changes of addresses whose wait is over. The scheduler repeats a run that fails, and a second run does no harm. */
export function runEmailChanger(dependencies: CarryOutEmailChanges) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    logger.info(`job.${job}`, await carryOutEmailChanges(dependencies));
  });
}
