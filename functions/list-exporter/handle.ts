import { exportOf } from "#shared/export/export-queue.ts";
import { type WriteExport, writeExport } from "#shared/export/write-export.ts";
import { eachMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** Writes every export that the export queue names. */
export function writeExports(dependencies: WriteExport) {
  return eachMessage(async ({ body }) => {
    const exportId = exportOf(body);
    const outcome = await writeExport(dependencies, exportId);
    logger.info(`export.${outcome}`, { exportId });
  });
}
