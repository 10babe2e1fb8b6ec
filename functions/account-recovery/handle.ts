import * as z from "zod";
import { type MailCode, type MailedCodeOutcome, mailCode } from "#shared/account/mail-code.ts";
import { type MailedCodeMessage, mailedCodeMessage } from "#shared/account/mailed-code.ts";
import { resetMessage } from "#shared/account/password-resets.ts";
import { type FormMessage, formMessage } from "#shared/campaign/campaign-form.ts";
import { type MailFormCode, mailFormCode } from "#shared/campaign/mail-form-code.ts";
import { eachMessage, readMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { MessageDelays } from "#shared/runtime/message-delays.ts";
import { type LookUpReset, lookUpReset } from "#shared/session/look-up-reset.ts";

/** Codes that somebody waits for, with a queue and a pace of their own: notices of a whole agency may take hours. */
const codeRequest = z.union([resetMessage, mailedCodeMessage, formMessage]);
export type CodeRequest = Readonly<z.infer<typeof codeRequest>>;

type Dependencies = LookUpReset & MailCode & MailFormCode & { delays: MessageDelays };

/** Looks up resets and mails codes, after they were asked for. */
export function mailCodes(dependencies: Dependencies) {
  return eachMessage(async (record) => {
    const message = readMessage(record, codeRequest);
    if ("formId" in message) return await mailForm(dependencies, message);
    if (!("challengeId" in message)) return await mailOne(dependencies, message);
    const { challengeId } = message;
    const outcome = await lookUpReset(dependencies, challengeId);
    // Someone waits for a code in vain.
    const level = outcome === "overdue" ? "warn" : "info";
    logger[level]("reset.looked-up", { challengeId, outcome });
  }, dependencies);
}

const levels = {
  sent: "info",
  over: "info",
  "address-taken": "info",
  overdue: "warn",
  unverified: "warn",
  // The rules let a wrong address pass. Somebody must look at it.
  refused: "error",
} as const satisfies Record<MailedCodeOutcome, "info" | "warn" | "error">;

async function mailOne(dependencies: MailCode, message: MailedCodeMessage): Promise<void> {
  const outcome = await mailCode(dependencies, message);
  const { employeeId, purpose } = message;
  logger[levels[outcome]]("code.mailed", { employeeId, purpose, outcome });
}

async function mailForm(dependencies: MailFormCode, message: FormMessage): Promise<void> {
  const outcome = await mailFormCode(dependencies, message);
  // The page holds the address to our rules alone: anybody may type one that nobody has.
  logger[outcome === "overdue" || outcome === "unverified" ? "warn" : "info"]("code.mailed", {
    ...{ formId: message.formId, purpose: "campaign", outcome },
  });
}
