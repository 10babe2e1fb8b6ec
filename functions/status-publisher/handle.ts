import middy from "@middy/core";
import * as z from "zod";
import { logger } from "#shared/runtime/logger.ts";
import { type PublishStatus, publishStatus } from "#shared/verification/publish-status.ts";
import { type WatchKeys, watchKeys } from "#shared/verification/watch-keys.ts";

const input = z.strictObject({ job: z.literal("publish-status") });

/**
 * Publishes what is due of the status lists, and looks after the keys that they are believed by, once there are signed cards. What a run
 * leaves, the next schedule finds, and a second run does no harm.
 */
export function runStatusPublisher(dependencies: PublishStatus & WatchKeys) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    logger.info(`job.${job}`, { ...(await publishStatus(dependencies)) });
    const { places, clock } = dependencies;
    if ((await places.parts()) > 0) await watchKeys(dependencies, clock.now());
  });
}
