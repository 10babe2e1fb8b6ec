import middy from "@middy/core";
import * as z from "zod";
import { logger } from "#shared/runtime/logger.ts";
import { type PublishStatus, publishStatus } from "#shared/verification/publish-status.ts";

const input = z.strictObject({ job: z.literal("publish-status") });

/** Publishes what is due of the status lists. What a run leaves, the next schedule finds, and a second run does no harm. */
export function runStatusPublisher(dependencies: PublishStatus) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    logger.info(`job.${job}`, { ...(await publishStatus(dependencies)) });
  });
}
