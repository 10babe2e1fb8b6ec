import { type ImportTask, taskOfKey } from "#shared/import/import-keys.ts";
import { type JudgeImport, judgeImport } from "#shared/import/judge-import.ts";
import { type MarkRefused, markRefused } from "#shared/import/mark-refused.ts";
import { eachMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { MessageDelays } from "#shared/runtime/message-delays.ts";
import { objectKeysIn } from "#shared/runtime/s3-message.ts";

type Dependencies = JudgeImport & MarkRefused;

/**
 * Does what a message of the import queue names: judges a file, or makes the file back of one that was applied. When a table is
 * throttled the message waits some seconds: the queue's own time is 24 minutes, and somebody looks at the page.
 */
export function judgeImports(dependencies: Dependencies, delays: MessageDelays) {
  return eachMessage(
    async ({ body, attributes }) => {
      const received = Number(attributes.ApproximateReceiveCount);
      for (const key of objectKeysIn(body)) {
        const task = taskOfKey(key);
        if (!task) continue;
        const outcome = await outcomeOf(dependencies, task);
        const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
        logger.info(`import.${outcome}`, { importId: task.id, received, megabytes });
      }
    },
    { delays },
  );
}

function outcomeOf(dependencies: Dependencies, { id, task }: ImportTask) {
  return task === "judge" ? judgeImport(dependencies, id) : markRefused(dependencies, id);
}
