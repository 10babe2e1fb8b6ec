import * as z from "zod";
import type { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import { captchaAnswer, redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import type { CardTable } from "#shared/card/card-table.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import { ok } from "#shared/http/answers.ts";
import type { VerifyAnswer } from "#shared/http/contract.ts";
import { readBody } from "#shared/http/read-body.ts";
import type { Route } from "#shared/http/routes.ts";
import { viewerPrefix } from "#shared/http/viewer-address.ts";
import type { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { HmacKey } from "#shared/runtime/hmac-key.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { RateLimitTable } from "#shared/runtime/rate-limit-table.ts";
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

/** Any text may be asked about: what is no token is an unknown one. */
const question = z.strictObject({ token: z.string(), captcha: captchaAnswer });

export function verifyRoutes(api: VerifyApi): Route[] {
  return [
    {
      method: "GET",
      path: "/api/verify/captcha",
      handler: async (event) =>
        ok(await issueCaptcha(api, { purpose: "verify", network: viewerPrefix(event) })),
    },
    {
      method: "POST",
      path: "/api/verify",
      handler: async (event) => {
        const { token, captcha } = readBody(event, question);
        const network = viewerPrefix(event);
        await redeemCaptcha(api, { purpose: "verify", network }, captcha);
        const answer = await verifyCard(api, token);
        logger.info("card.verified", { result: answer.result });
        return ok({ ...answer, site: api.site } satisfies VerifyAnswer);
      },
    },
  ];
}
