import middy from "@middy/core";
import * as z from "zod";
import { type Reconcile, reconcile } from "#shared/card/reconcile.ts";
import { logger } from "#shared/runtime/logger.ts";

const input = z.strictObject({ job: z.literal("reconcile") });

/**
 * Finds what a dead function left undone, and asks for it again. The scheduler repeats a run that fails, and a second run does
 * no harm.
 */
export function runReconciler(dependencies: Omit<Reconcile, "onGivenUp">) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const outcome = await reconcile({
      ...dependencies,
      onGivenUp: ({ id, revision, since }) =>
        logger.error("card.given-up", { employeeId: id, revision, since }),
    });
    logger.info(`job.${job}`, outcome);
  });
}
