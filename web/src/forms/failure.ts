/** Why something did not succeed, in the words of the page. */
import type { Problem } from "#shared/http/contract.ts";
import { NoAnswer, Refusal } from "../api/client.ts";
import { common } from "../messages/common.ts";

type FailureCode = keyof typeof common.failures;

export interface Failure {
  readonly code: FailureCode;
  readonly reference?: string;
  readonly retryAfterSeconds?: number | undefined;
  readonly problems: NonNullable<Problem["problems"]>;
}

/** Rethrows what is a bug of ours, not an answer. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NoAnswer) return { code: "no-answer", problems: [] };
  if (!(error instanceof Refusal)) throw error;
  const { code, reference, retryAfterSeconds, problems = [] } = error.problem;
  return {
    code: isFailureCode(code) ? code : "internal-error",
    reference,
    retryAfterSeconds,
    problems,
  };
}

export function failureText({ code, retryAfterSeconds }: Failure): string {
  const text = common.failures[code];
  return retryAfterSeconds ? `${text} ${common.retryAfter(retryAfterSeconds)}` : text;
}

function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(common.failures, code);
}
