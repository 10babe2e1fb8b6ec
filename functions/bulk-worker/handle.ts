import { bulkOf } from "#shared/bulk/bulk-queue.ts";
import { type DoStep, doStep } from "#shared/bulk/do-step.ts";
import { eachMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { MessageDelays } from "#shared/runtime/message-delays.ts";

/** Does the step that a message of the bulk queue asks for. When a table is throttled it waits, and that is no failure. */
export function doSteps(dependencies: DoStep, delays: MessageDelays) {
  return eachMessage(
    async ({ body }) => {
      const bulkId = bulkOf(body);
      const outcome = await doStep(dependencies, bulkId);
      if (outcome === "missing") logger.error("bulk.missing", { bulkId });
      else logger.info(`bulk.${outcome}`, { bulkId });
    },
    { delays },
  );
}
