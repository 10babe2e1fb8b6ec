import { createHash } from "node:crypto";
import type { CaptchaChallenge } from "#shared/http/contract.ts";

/** Does the proof of work of a challenge, as a browser does. */
export function solve(challenge: unknown): { captchaId: string; number: number } {
  const { captchaId, proofOfWork } = challenge as CaptchaChallenge;
  for (let number = 0; number <= proofOfWork.maxNumber; number++) {
    const hash = createHash("sha256").update(`${proofOfWork.salt}${number}`).digest("hex");
    if (hash === proofOfWork.challenge) return { captchaId, number };
  }
  throw new Error("This challenge has no solution.");
}
