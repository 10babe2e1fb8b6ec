import { type DrawPrint, drawPrint } from "#shared/print/draw-print.ts";
import { printOf } from "#shared/print/print-queue.ts";
import { eachMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** Draws every print that the print queue names. */
export function drawPrints(dependencies: DrawPrint) {
  return eachMessage(async ({ body }) => {
    const printId = printOf(body);
    const outcome = await drawPrint(dependencies, printId);
    logger.info(`print.${outcome}`, { printId });
  });
}
