/** Time as an argument, so that tests and the embedded cloud can move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Seconds since 1970, the unit of DynamoDB's time to live. */
export function epochSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

/** The calendar day in Jakarta (WIB, UTC+7), where employments begin and end. "2026-11-21". */
export function jakartaDay(date: Date): string {
  return new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
