import { setTimeout as sleep } from "node:timers/promises";
import { FunctionError } from "../lambda/function-error.ts";
import type { LambdaFunction } from "../lambda/lambda-function.ts";

const firstPauseMillis = 50;
const longestPauseMillis = 1000;

/**
 * A throttle is no failure of the event: its source asks again, ever later, until the visibility timeout is over («Handling errors for
 * an SQS event source in Lambda») or the records are too old («Retain discarded records for a DynamoDB event source in Lambda»).
 * @param isOver whether the source has given up what it asks for
 * @throws FunctionError what the function failed with, or the throttle once it is over
 */
export async function invokeWhenRoom(
  target: Pick<LambdaFunction, "invoke">,
  event: unknown,
  isOver: () => boolean,
): Promise<unknown> {
  for (let pause = firstPauseMillis; ; pause = Math.min(2 * pause, longestPauseMillis)) {
    try {
      return await target.invoke(event);
    } catch (error) {
      const isThrottled =
        error instanceof FunctionError && error.errorType === "TooManyRequestsException";
      if (!isThrottled || isOver()) throw error;
      await sleep(pause, undefined, { ref: false });
    }
  }
}
