import {
  type CaptchaAnswer,
  captchaChallenge,
  type WorkAnswer,
  workChallenge,
} from "#shared/captcha/captcha.ts";
import { captchaText } from "#shared/captcha/captcha-text.ts";
import { signChallenge } from "#shared/captcha/challenge-token.ts";
import { solveWork } from "#shared/captcha/solve-work.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { newId } from "#shared/runtime/ids.ts";
import { aRequest, hmacKey } from "./call-api.ts";

/** Does the proof of work of a captcha, as a browser does. */
export function solve(challenge: unknown): WorkAnswer {
  return solveWork(captchaChallenge.parse(challenge).work);
}

export function doWork(work: unknown): WorkAnswer {
  return solveWork(workChallenge.parse(work));
}

/** The answer to an image's captcha that `issueCaptcha` would have given to this address, without drawing it. */
export async function readImage(address: string, now: Date): Promise<CaptchaAnswer> {
  const { network } = aRequest({ path: "/", address });
  const [key, id] = [await hmacKey.derive("challenge"), newId("cap")];
  const text = captchaText(key, id);
  const endsAt = epochSeconds(now) + 300;
  const challenge = { kind: "text", id, endsAt, open: [], hidden: text } as const;
  return { token: signChallenge(key, { purpose: "verify", network }, challenge), text };
}
