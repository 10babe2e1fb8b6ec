import { pbkdf2Sync } from "node:crypto";
import type { WorkAnswer, WorkChallenge } from "./captcha.ts";

/**
 * Does a proof of work outside a browser.
 * @throws Error when no number fits
 */
export function solveWork({
  salt,
  iterations,
  challenge,
  maxNumber,
  token,
}: WorkChallenge): WorkAnswer {
  for (let number = 0; number <= maxNumber; number++) {
    const derived = pbkdf2Sync(salt, `${number}`, iterations, 16, "sha256").toString("hex");
    if (derived === challenge) return { token, number };
  }
  throw new Error("This challenge has no solution.");
}
