import middy from "@middy/core";
import * as z from "zod";
import { type EraseLeavers, eraseLeavers } from "#shared/erasure/erase-leavers.ts";
import { type ForgetFiles, forgetFiles } from "#shared/request/ended-files.ts";
import { logger } from "#shared/runtime/logger.ts";

const input = z.strictObject({ job: z.literal("erase-leavers") });

/**
 * The nightly work that UU 27/2022 asks for: erases whose time is over, and deletes files of requests that ended long ago. Lambda repeats a run
 * that fails twice within minutes, then the next schedule does, and a second run does no harm.
 */
export function runLeaverEraser(dependencies: EraseLeavers & ForgetFiles) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const forgotten = await forgetFiles(dependencies);
    logger.info(`job.${job}`, { erased: await eraseLeavers(dependencies), forgotten });
  });
}
