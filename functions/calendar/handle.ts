import middy from "@middy/core";
import * as z from "zod";
import type { Agencies } from "#shared/agency/agencies.ts";
import type { Bulks } from "#shared/bulk/bulk.ts";
import { type ActDecrees, type Acted, actDecrees } from "#shared/decree/act-decrees.ts";
import { type StartPass, startNightlyPasses } from "#shared/desk/start-pass.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { tellDays } from "#shared/employee/tell-days.ts";
import { type RemindAsked, remindAsked } from "#shared/photo/remind-asked.ts";
import { logger } from "#shared/runtime/logger.ts";

const input = z.strictObject({ job: z.literal("days") });

export interface Calendar extends ActDecrees, StartPass, Omit<RemindAsked, "employees"> {
  readonly agencies: Pick<Agencies, "list">;
  readonly bulks: Pick<Bulks, "start" | "find">;
  readonly employees: Pick<WritableEmployees, "contractsEndingOn" | "startingOn" | "find" | "save">;
}

/**
 * Runs what a new day brings. Lambda repeats a run that fails twice within minutes, then the next schedule does, and a second run does no harm. Where a decree fails, the ends of
 * contracts are told all the same.
 */
export function runCalendar(dependencies: Calendar) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    let acted: Acted | undefined;
    try {
      acted = await actDecrees(dependencies);
    } finally {
      const told = await tellDays(dependencies);
      const passes = await startNightlyPasses(dependencies);
      const reminded = await remindAsked(dependencies);
      logger.info(`job.${job}`, { told, passes, reminded, ...acted });
    }
  });
}
