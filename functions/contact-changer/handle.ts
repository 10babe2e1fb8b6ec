import middy from "@middy/core";
import * as z from "zod";
import { logger } from "#shared/runtime/logger.ts";
import {
  type CarryOutContactChanges,
  carryOutContactChanges,
} from "#shared/session/carry-out-contact-changes.ts";

const input = z.strictObject({ job: z.literal("contact-changes") });

/** Carries out the changes of addresses and numbers whose wait is over. Lambda repeats a run that fails twice within minutes, then the next schedule does, and a second run does no harm. */
export function runContactChanger(dependencies: CarryOutContactChanges) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    logger.info(`job.${job}`, await carryOutContactChanges(dependencies));
  });
}
