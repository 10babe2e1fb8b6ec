import { resetMessage } from "#shared/account/password-resets.ts";
import { eachMessage, readMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { MessageDelays } from "#shared/runtime/message-delays.ts";
import { lookUpReset } from "#shared/session/look-up-reset.ts";

/** Looks up reset requests, after they were answered. */
export function lookUpResets(
  dependencies: Parameters<typeof lookUpReset>[0] & { delays: MessageDelays },
) {
  return eachMessage(async (record) => {
    const { challengeId } = readMessage(record, resetMessage);
    const outcome = await lookUpReset(dependencies, challengeId);
    // Someone waits for a code in vain.
    const level = outcome === "overdue" ? "warn" : "info";
    logger[level]("reset.looked-up", { challengeId, outcome });
  }, dependencies);
}
