/**
 * AWS's cron: minutes hours day-of-month month day-of-week year, in a time zone.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 * L, W and # are not here and fail with their name.
 */

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names that stand for numbers, the first for `min`. */
  readonly names?: readonly string[];
}

/** Ascending values a field allows; undefined for "?", which says nothing. */
type Values = readonly number[] | undefined;

interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly daysOfMonth: Values;
  readonly months: readonly number[];
  /** 1 is Sunday. */
  readonly daysOfWeek: Values;
  readonly years: readonly number[];
}

const firstYear = 1970;
const lastYear = 2199;
const dayMillis = 86_400_000;

const minutes: Field = { name: "minutes", min: 0, max: 59 };
const hours: Field = { name: "hours", min: 0, max: 23 };
const daysOfMonth: Field = { name: "day-of-month", min: 1, max: 31 };
const months: Field = {
  name: "month",
  min: 1,
  max: 12,
  names: "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" "),
};
const daysOfWeek: Field = {
  name: "day-of-week",
  min: 1,
  max: 7,
  names: "SUN MON TUE WED THU FRI SAT".split(" "),
};
const years: Field = { name: "year", min: firstYear, max: lastYear };

/**
 * @param text what stands in the brackets of cron(…), e.g. "0 8 ? * MON-FRI *"
 * @throws Error that names the field at fault
 */
export function parseCron(text: string): Cron {
  const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = "", year = "", ...more] =
    text.trim().split(/\s+/);
  if (year === "" || more.length > 0) throw new Error("a cron expression has six fields");
  if ((dayOfMonth === "?") === (dayOfWeek === "?"))
    throw new Error("exactly one of day-of-month and day-of-week must be ?");
  return {
    minutes: readField(minutes, minute),
    hours: readField(hours, hour),
    daysOfMonth: dayOfMonth === "?" ? undefined : readField(daysOfMonth, dayOfMonth),
    months: readField(months, month),
    daysOfWeek: dayOfWeek === "?" ? undefined : readField(daysOfWeek, dayOfWeek),
    years: readField(years, year),
  };
}

/**
 * The first moment after `after` that the expression names. A local time that a change of clocks skips does not
 * occur; one that comes twice occurs once, the first time.
 * @param after milliseconds since 1970; so is the result. @returns undefined when there is none up to 2199
 */
export function nextCron(cron: Cron, after: number, timeZone: string): number | undefined {
  let day = startOfUtcDay(after + offsetAt(after, timeZone));
  while (new Date(day).getUTCFullYear() <= lastYear) {
    const date = new Date(day);
    if (!cron.years.includes(date.getUTCFullYear())) {
      const year = cron.years.find((each) => each > date.getUTCFullYear());
      if (year === undefined) return undefined;
      day = Date.UTC(year, 0, 1);
      continue;
    }
    const found = namesDay(cron, date) ? firstOnDay(cron, day, after, timeZone) : undefined;
    if (found !== undefined) return found;
    day += dayMillis;
  }
  return undefined;
}

/** The moment at which clocks in the zone show this time; undefined when they skip it. */
export function zonedTime(local: number, timeZone: string): number | undefined {
  // The zone's offset a day before and after are the two that can be in force.
  const offsets = [offsetAt(local - dayMillis, timeZone), offsetAt(local + dayMillis, timeZone)];
  const moments = offsets
    .map((offset) => local - offset)
    .filter((moment) => moment + offsetAt(moment, timeZone) === local);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

/** @param day midnight of a local day, written as if it were UTC */
function firstOnDay(cron: Cron, day: number, after: number, zone: string): number | undefined {
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      const moment = zonedTime(day + hour * 3_600_000 + minute * 60_000, zone);
      if (moment !== undefined && moment > after) return moment;
    }
  }
  return undefined;
}

function namesDay({ months, daysOfMonth, daysOfWeek }: Cron, date: Date): boolean {
  return (
    months.includes(date.getUTCMonth() + 1) &&
    (daysOfMonth?.includes(date.getUTCDate()) ?? true) &&
    (daysOfWeek?.includes(date.getUTCDay() + 1) ?? true)
  );
}

function readField(field: Field, text: string): number[] {
  const values = new Set(text.split(",").flatMap((part) => readPart(field, part)));
  return [...values].sort((a, b) => a - b);
}

/** "*", "5", "MON", "1-5", each also with "/step". */
function readPart(field: Field, part: string): number[] {
  const [range = "", step] = part.split("/");
  const [from = "", to] = range.split("-");
  const every = step === undefined ? 1 : Number(step);
  if (!(Number.isInteger(every) && every > 0)) throw badField(field, part);
  const first = range === "*" ? field.min : readValue(field, from, part);
  const openEnded = range === "*" || (to === undefined && step !== undefined);
  const last = openEnded ? field.max : readValue(field, to ?? from, part);
  if (last < first) throw badField(field, part);
  const count = Math.floor((last - first) / every) + 1;
  return Array.from({ length: count }, (_, n) => first + n * every);
}

function readValue(field: Field, text: string, part: string): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? field.min + named : Number(text === "" ? Number.NaN : text);
  if (Number.isInteger(value) && value >= field.min && value <= field.max) return value;
  throw badField(field, part);
}

function badField({ name }: Field, part: string): Error {
  return new Error(`the embedded cloud cannot read ${part} as ${name}`);
}

function startOfUtcDay(milliseconds: number): number {
  return Math.floor(milliseconds / dayMillis) * dayMillis;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value;
  const [, sign = "+", hour = "0", minute = "0"] = /([+-])(\d+):(\d+)/.exec(name ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hour) * 60 + Number(minute)) * 60_000;
}
