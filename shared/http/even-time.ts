/** The time of an answer must not say what its words hide: whether a number has an account. */
import { setTimeout as wait } from "node:timers/promises";

/** Which answers of a route take their time: refusals, or all of them, where all are alike. */
export type EvenTime = "refusals" | "always";

/**
 * How long such an answer takes at least, milliseconds from the request's arrival at the function. It is more than our own part
 * and a usual answer of Cognito's take together; a slower one still shows.
 */
export const evenMilliseconds = 300;

/** @param arrivedAt of the request @param least milliseconds from then on */
export async function waitUntilEven(arrivedAt: number, least: number): Promise<void> {
  const until = arrivedAt + least;
  // A timer may end a moment early.
  for (let left = until - performance.now(); left > 0; left = until - performance.now())
    await wait(Math.ceil(left));
}
