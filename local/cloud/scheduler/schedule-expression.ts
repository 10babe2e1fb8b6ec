import { nextCron, parseCron, zonedTime } from "./aws-cron.ts";

/** When a schedule's target is invoked. Moments are milliseconds since 1970. */
export interface Timetable {
  /** The first occurrence after a moment; undefined when there is none. */
  next(after: number): number | undefined;
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * Reads rate(5 minutes), cron(0 8 ? * MON-FRI *) or at(2026-11-21T08:00:00).
 * @param from when a rate begins: it occurs at this moment and then once every period
 * @throws Error that says what is wrong with the expression or the time zone
 */
export function readExpression(expression: string, timeZone: string, from: number): Timetable {
  requireTimeZone(timeZone);
  const [, kind, inner = ""] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  switch (kind) {
    case "rate":
      return readRate(inner, from);
    case "cron": {
      const cron = parseCron(inner);
      return { next: (after) => nextCron(cron, after, timeZone) };
    }
    case "at": {
      const moment = readAt(inner, timeZone);
      return { next: (after) => (moment > after ? moment : undefined) };
    }
    default:
      throw new Error("it must be rate(…), cron(…) or at(…)");
  }
}

function readRate(text: string, from: number): Timetable {
  const [, value = "", unit = "", plural] = /^(\d+) (minute|hour|day)(s?)$/.exec(text) ?? [];
  const period = Number(value) * (unitMilliseconds[unit] ?? 0);
  if (period === 0 || (Number(value) === 1) === (plural === "s"))
    throw new Error("a rate is a positive number and minute(s), hour(s) or day(s)");
  return {
    next: (after) =>
      after < from ? from : from + (Math.floor((after - from) / period) + 1) * period,
  };
}

function readAt(text: string, timeZone: string): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text))
    throw new Error("at(…) needs a time such as 2026-11-21T08:00:00");
  const local = Date.parse(`${text}Z`);
  const moment = Number.isNaN(local) ? undefined : zonedTime(local, timeZone);
  if (moment === undefined) throw new Error(`${text} does not exist in ${timeZone}`);
  return moment;
}

function requireTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone });
  } catch {
    throw new Error(`there is no time zone ${timeZone}`);
  }
}
