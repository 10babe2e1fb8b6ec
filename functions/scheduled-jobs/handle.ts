import middy from "@middy/core";
import * as z from "zod";
import { type Reconcile, reconcile } from "#shared/card/reconcile.ts";
import { tellContractEnds } from "#shared/employee/tell-contract-ends.ts";
import type { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { logger } from "#shared/runtime/logger.ts";

const input = z.strictObject({ job: z.enum(["reconcile", "contract-ends"]) });

export interface ScheduledJobs extends Reconcile {
  readonly employees: Pick<
    WritableEmployeeTable,
    "cardChangesOf" | "contractsEndingOn" | "find" | "save"
  >;
}

/** What runs by the clock. A job that fails is tried again by the scheduler, and running twice does no harm. */
export function runJobs(collaborators: ScheduledJobs) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const outcome =
      job === "reconcile"
        ? await reconcile(collaborators)
        : { told: await tellContractEnds(collaborators) };
    logger.info(`job.${job}`, outcome);
  });
}
