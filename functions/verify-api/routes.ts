import { captchaChallenge } from "#shared/captcha/captcha.ts";
import type { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import { redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import type { CardTable } from "#shared/card/card-table.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import { ok } from "#shared/http/answers.ts";
import { anyone, type Route, route } from "#shared/http/route.ts";
import type { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import type { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { HmacKey } from "#shared/runtime/hmac-key.ts";
import { logger } from "#shared/runtime/logger.ts";
import { verifyAnswer, verifyRequest } from "#shared/verification/verify-answer.ts";
import { verifyCard } from "#shared/verification/verify-card.ts";

export interface VerifyApi {
  readonly cards: Pick<CardTable, "findToken">;
  readonly employees: Pick<EmployeeTable, "find">;
  readonly photos: Pick<PhotoBucket, "readAsAddress">;
  readonly captchas: Pick<CaptchaTable, "use">;
  readonly limits: Pick<RateLimitTable, "add" | "read">;
  readonly hmacKey: Pick<HmacKey, "derive">;
  /** The official address, as it is printed on the back of cards. */
  readonly site: string;
  readonly clock: Clock;
}

export function verifyRoutes(api: VerifyApi): Route[] {
  return [
    route({
      method: "GET",
      path: "/api/verify/captcha",
      summary: "A captcha, to be answered by its text or by work",
      access: anyone,
      answers: { 200: captchaChallenge },
      handle: async ({ request: { network } }) =>
        ok(await issueCaptcha(api, { purpose: "verify", network })),
    }),
    route({
      method: "POST",
      path: "/api/verify",
      summary:
        "Whether the card with this QR is valid now; unknown and malformed tokens answer alike",
      access: anyone,
      body: verifyRequest,
      answers: { 200: verifyAnswer },
      handle: async ({ body: { token, captcha }, request: { network } }) => {
        await redeemCaptcha(api, { purpose: "verify", network }, captcha);
        const answer = await verifyCard(api, token);
        logger.info("card.verified", { result: answer.result });
        return ok({ ...answer, site: api.site });
      },
    }),
  ];
}
