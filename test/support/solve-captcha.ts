import { pbkdf2Sync } from "node:crypto";
import { captchaChallenge, type WorkAnswer, workChallenge } from "#shared/captcha/captcha.ts";

/** Does the proof of work of a captcha, as a browser does. */
export function solve(challenge: unknown): WorkAnswer {
  return doWork(captchaChallenge.parse(challenge).work);
}

export function doWork(work: unknown): WorkAnswer {
  const { salt, iterations, challenge, maxNumber, token } = workChallenge.parse(work);
  for (let number = 0; number <= maxNumber; number++) {
    const derived = pbkdf2Sync(salt, `${number}`, iterations, 16, "sha256").toString("hex");
    if (derived === challenge) return { token, number };
  }
  throw new Error("This challenge has no solution.");
}
