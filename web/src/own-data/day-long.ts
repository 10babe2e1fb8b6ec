import type { Failure } from "../forms/failure.ts";

/** Of a limit of a day: minutes would not be read. */
export const dayLong = (failure: Failure): Failure => ({
  ...failure,
  retryAfterSeconds: undefined,
});
