import middy from "@middy/core";
import * as z from "zod";
import { type RepairBulks, repairBulks } from "#shared/bulk/do-step.ts";
import { type Reconcile, reconcile } from "#shared/card/reconcile.ts";
import { logger } from "#shared/runtime/logger.ts";

const input = z.strictObject({ job: z.literal("reconcile") });

/**
 * Finds what a dead function left undone, and asks for it again. Lambda repeats a run that fails twice within minutes, then the next schedule does, and a second run does
 * no harm.
 */
export function runReconciler(
  dependencies: Omit<Reconcile, "onGivenUp"> & Omit<RepairBulks, "onBulkGivenUp">,
) {
  return middy<unknown, void>().handler(async (event) => {
    const { job } = input.parse(event);
    const outcome = await reconcile({
      ...dependencies,
      onGivenUp: ({ id, revision, since }) =>
        logger.error("card.given-up", { employeeId: id, revision, since }),
    });
    const repaired = await repairBulks({
      ...dependencies,
      onBulkGivenUp: (bulkId) => logger.error("bulk.given-up", { bulkId }),
    });
    logger.info(`job.${job}`, { ...outcome, ...repaired });
  });
}
