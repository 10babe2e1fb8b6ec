import { recoveryMessage } from "#shared/account/password-resets.ts";
import { eachMessage, readMessage } from "#shared/runtime/event-edge.ts";
import { logger } from "#shared/runtime/logger.ts";
import { recoverAccount } from "#shared/session/recover-account.ts";

/** Reset requests are looked up here, long after they were answered. */
export function accountRecovery(collaborators: Parameters<typeof recoverAccount>[0]) {
  return eachMessage(async (record) => {
    const { stepId } = readMessage(record, recoveryMessage);
    const recovery = await recoverAccount(collaborators, stepId);
    logger.info("recovery.looked-up", { stepId, recovery });
  });
}
