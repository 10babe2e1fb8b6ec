import { importOfKey } from "#shared/import/import-keys.ts";
import { type JudgeImport, judgeImport } from "#shared/import/judge-import.ts";
import { eachMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";
import { objectKeysIn } from "#shared/runtime/s3-message.ts";

/** Judges every file that a message of the import queue names. */
export function judgeImports(dependencies: JudgeImport) {
  return eachMessage(async ({ body, attributes }) => {
    const received = Number(attributes.ApproximateReceiveCount);
    for (const key of objectKeysIn(body)) {
      const importId = importOfKey(key);
      if (!importId) continue;
      const outcome = await judgeImport(dependencies, importId);
      const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
      logger.info(`import.${outcome}`, { importId, received, megabytes });
    }
  });
}
