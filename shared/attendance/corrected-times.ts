/** The arrival and departure that somebody gives in place of what machines read. */
import * as z from "zod";
import { daysAfter } from "#shared/employee/retirement.ts";

/** "07:30", by the person's own clock. */
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .exactOptional();

export const correctedTimes = { in: clock, out: clock };

interface Given {
  readonly day: string;
  readonly in?: string;
  /** Not after the arrival: on the next day. */
  readonly out?: string;
}

/** As a month keeps them: "2026-03-02T07:30". */
export function timesOf({ day, in: came, out: went }: Given) {
  const isNight = came !== undefined && went !== undefined && went <= came;
  return {
    ...(came !== undefined && { in: `${day}T${came}` }),
    ...(went !== undefined && { out: `${isNight ? daysAfter(day, 1) : day}T${went}` }),
  };
}
