/** Messages that have to wait, without anything being wrong with them. */
import { Busy } from "./errors.ts";
import { isThrottling } from "./throttling.ts";

/** Gives a message that was received out again later. */
export interface MessageDelays {
  /** @param seconds from now, at most 43,200 after it was received («Amazon SQS visibility timeout», SQS Developer Guide) */
  delay(receiptHandle: string, seconds: number): Promise<void>;
}

const firstSeconds = 5;
const longestSeconds = 600;

/**
 * How long a message waits that AWS throttled: twice as long each time, up to the 10 minutes that SES asks for («Errors related to the
 * sending quotas for your Amazon SES account», SES Developer Guide), and by chance up to half of it shorter, so that not all come back at once.
 * @param attempt from 1
 * @returns seconds; undefined when the failure is of another kind
 */
export function waitingSeconds(error: unknown, attempt: number): number | undefined {
  if (error instanceof Busy) return scattered(error.retryAfterSeconds);
  if (!isThrottling(error)) return undefined;
  return scattered(Math.min(longestSeconds, firstSeconds * 2 ** Math.min(attempt, 10)));
}

function scattered(seconds: number): number {
  return Math.ceil(seconds * (0.5 + Math.random() / 2));
}
