import { captchaChallenge, type WorkAnswer, workChallenge } from "#shared/captcha/captcha.ts";
import { solveWork } from "#shared/captcha/solve-work.ts";

/** Does the proof of work of a captcha, as a browser does. */
export function solve(challenge: unknown): WorkAnswer {
  return solveWork(captchaChallenge.parse(challenge).work);
}

export function doWork(work: unknown): WorkAnswer {
  return solveWork(workChallenge.parse(work));
}
