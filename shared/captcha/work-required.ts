import { ExpectedError } from "#shared/runtime/errors.ts";
import type { WorkChallenge } from "./captcha.ts";

/** The attempt is admitted once the browser has done the work that comes with this answer. */
export class WorkRequired extends ExpectedError {
  readonly code = "work-required";
  readonly status = 429;
  readonly work: WorkChallenge;
  constructor(work: WorkChallenge) {
    super("work required");
    this.work = work;
  }
}
