import { logger } from "#shared/runtime/logger.ts";
import { type Check, checkCard } from "#shared/verification/check-card.ts";
import type { VerifyAnswer } from "#shared/verification/verify-answer.ts";
import type { VerifyApi } from "./routes.ts";

/** The check of a card, counted. @throws InvalidInput as `checkCard` */
export async function answerTo(api: VerifyApi, check: Check): Promise<VerifyAnswer> {
  const answer = await checkCard(api, check);
  // Specimens are no cards: mostly the canary asks for them, and nobody counts them.
  const checked = answer.result === "specimen" ? "specimen.verified" : "card.verified";
  logger.info(checked, { result: answer.result });
  return { ...answer, site: api.site };
}
