/** Why something failed, in the words of the page. */
import type { Problem } from "#shared/http/problem-body.ts";
import { NoAnswer, Refusal } from "../api/client.ts";
import { common } from "../messages/common.ts";

type FailureCode = keyof typeof common.failures;

export interface Failure {
  readonly code: FailureCode;
  /** The page's own words, for a refusal that only it can meet. */
  readonly text?: string | undefined;
  readonly reference?: string;
  readonly retryAfterSeconds?: number | undefined;
  readonly problems: NonNullable<Problem["problems"]>;
}

/**
 * Throws errors again that are bugs of ours, not answers.
 * @param texts of refusals that only one page can meet, by code: other pages need not load them
 */
export function failureOf(error: unknown, texts: Readonly<Record<string, string>> = {}): Failure {
  if (error instanceof NoAnswer) return { code: "no-answer", problems: [] };
  if (!(error instanceof Refusal)) throw error;
  const { code, reference, retryAfterSeconds, problems = [] } = error.problem;
  return {
    code: isFailureCode(code) ? code : "internal-error",
    text: texts[code],
    reference,
    retryAfterSeconds,
    problems,
  };
}

export function failureText({ code, text, retryAfterSeconds }: Failure): string {
  const why = text ?? common.failures[code];
  return retryAfterSeconds ? `${why} ${common.retryAfter(retryAfterSeconds)}` : why;
}

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(common.failures, code);
}
