/** The one place where a failure becomes an HTTP answer: application/problem+json (RFC 9457). */
import { createHash } from "node:crypto";
import { WorkRequired } from "#shared/captcha/work-required.ts";
import { Busy, ExpectedError, InvalidInput, TooManyAttempts } from "#shared/runtime/errors.ts";
import { base32 } from "#shared/runtime/ids.ts";
import type { SentAnswer } from "./answers.ts";
import { MethodNotAllowed } from "./find-route.ts";
import type { Problem } from "./problem-body.ts";

/** @param reference what the user can read out on the phone, see `referenceOf` */
export function toProblem(error: unknown, reference: string): SentAnswer {
  const { code, status }: Pick<Problem, "code" | "status"> =
    error instanceof ExpectedError ? error : { code: "internal-error", status: 500 };
  const problem: Problem = {
    type: `/problems/${code}`,
    status,
    code,
    reference,
    ...(error instanceof InvalidInput && { problems: error.problems }),
    ...(error instanceof WorkRequired && { work: error.work }),
    ...(isForLater(error) && { retryAfterSeconds: error.retryAfterSeconds }),
  };
  return {
    statusCode: status,
    headers: { "content-type": "application/problem+json", ...extraHeaders(error) },
    body: JSON.stringify(problem),
  };
}

/** "K7Q2-M9XB": 40 bits of the request's id, in symbols that can be read out on the phone without mistakes (D-30). */
export function referenceOf(requestId: string): string {
  const symbols = base32(createHash("sha256").update(requestId).digest().subarray(0, 5));
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`.toUpperCase();
}

function extraHeaders(error: unknown): Record<string, string> {
  if (error instanceof MethodNotAllowed) return { allow: error.allow.join(", ") };
  if (isForLater(error)) return { "retry-after": `${error.retryAfterSeconds}` };
  return {};
}

function isForLater(error: unknown): error is TooManyAttempts | Busy {
  return error instanceof TooManyAttempts || error instanceof Busy;
}
