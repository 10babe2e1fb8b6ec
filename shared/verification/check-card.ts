import type { CaptchaAnswer } from "#shared/captcha/captcha.ts";
import { redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import type { UsedFor } from "#shared/captcha/work-challenge.ts";
import { recordOf } from "#shared/card/scan.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { VerifyAnswer } from "./verify-answer.ts";
import { type LookedUp, lookUpCard, tellCard } from "./verify-card.ts";

type Dependencies = Parameters<typeof redeemCaptcha>[0] &
  Parameters<typeof lookUpCard>[0] &
  Parameters<typeof tellCard>[0];

interface Check {
  readonly token: string;
  readonly captcha: CaptchaAnswer;
  /** Of whoever asks. */
  readonly network: string;
  /** Province or state of whoever asks, as CloudFront says. */
  readonly region: string | undefined;
}

/**
 * Answers somebody who scanned a card and solved a captcha. The used captcha is the scan's record, so both are one write; a card that
 * is not known, and a specimen, leave none.
 * @throws InvalidInput `captcha-refused`, before anything of the card was looked up
 */
export async function checkCard(
  api: Dependencies,
  { token, captcha, network, region }: Check,
): Promise<Omit<VerifyAnswer, "site">> {
  let looked: LookedUp | undefined;
  await redeemCaptcha(api, { purpose: "verify", network }, captcha, async (id) => {
    looked = await lookUpCard(api, token);
    return scanOf(looked, { id, region });
  });
  if (!looked) throw new InvalidInput({ field: "captcha", code: "captcha-refused" });
  return await tellCard(api, looked);
}

function scanOf(
  { result, checkedAt, employee }: LookedUp,
  { id, region }: { readonly id: string; readonly region: string | undefined },
): UsedFor | undefined {
  if (!employee || result === "unknown" || result === "specimen") return undefined;
  const made = { employeeId: employee.id, at: checkedAt, result, ...(region && { region }) };
  return recordOf(made, id);
}
