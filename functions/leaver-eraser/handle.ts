import middy from "@middy/core";
import * as z from "zod";
import { type EraseLeavers, eraseLeavers } from "#shared/erasure/erase-leavers.ts";
import { type ForgetFiles, forgetFiles } from "#shared/request/ended-files.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";

const input = z.strictObject({ job: z.literal("erase-leavers") });

/**
 * The nightly work that UU 27/2022 asks for: erases whose time is over, and deletes files of requests that ended long ago. Lambda repeats a run
 * that fails twice within minutes, then the next schedule does, and a second run does no harm. Where one of the two fails, the other is done all the same.
 */
export function runLeaverEraser(dependencies: EraseLeavers & ForgetFiles) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const failures: unknown[] = [];
    const done = (part: string, work: Promise<number>) =>
      work.catch((error: unknown) => {
        logger.error("job.part-failed", { part, ...errorFields(error) });
        failures.push(error);
        return undefined;
      });
    const forgotten = await done("files", forgetFiles(dependencies));
    const erased = await done("leavers", eraseLeavers(dependencies));
    logger.info(`job.${job}`, { erased, forgotten });
    if (failures.length > 0) throw failures[0];
  });
}
