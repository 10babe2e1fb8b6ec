import middy from "@middy/core";
import * as z from "zod";
import type { Agencies } from "#shared/agency/agencies.ts";
import { type StartPass, startNightlyPasses } from "#shared/desk/start-pass.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { tellDays } from "#shared/employee/tell-days.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { logger } from "#shared/runtime/logger.ts";

const input = z.strictObject({ job: z.literal("contract-ends") });

export interface Calendar extends StartPass {
  readonly agencies: Pick<Agencies, "list">;
  readonly employees: Pick<WritableEmployees, "contractsEndingOn" | "startingOn" | "find" | "save">;
  readonly clock: Clock;
}

/**
 * Runs the jobs of what takes effect because a day has come. The scheduler repeats a job that fails, and a second run does no
 * harm.
 */
export function runCalendar(dependencies: Calendar) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const told = await tellDays(dependencies);
    logger.info(`job.${job}`, { told, passes: await startNightlyPasses(dependencies) });
  });
}
