/** What an officer changes of the own agency's calendar: one thing at a time, with what it rests on (decision 0107). */
import * as z from "zod";
import type { FieldChange } from "#shared/audit/audit-entry.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { type FieldProblem, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { hasHidden, visibleLine } from "#shared/runtime/visible-text.ts";
import { calendarYears } from "./calendar-years.ts";
import type { DaySpan } from "./changed-days.ts";
import { calendarDay, type Holiday, longestWords } from "./holiday.ts";
import {
  type AgencyCalendar,
  mostHolidays,
  mostPatterns,
  type WorkPattern,
} from "./work-pattern.ts";

const words = z.string().max(longestWords);
/** The last day; absent: the first is the only one, of a pattern: until there is another one. */
const span = { from: calendarDay, until: calendarDay.exactOptional() };
const pattern = {
  /** A unit is named as it is typed, in any spelling. */
  target: z.union([
    z.literal("agency"),
    z.strictObject({ unit: z.string().max(longestWords) }),
    z.strictObject({ person: employeeId }),
  ]),
  ...span,
  daysPerWeek: z.literal([5, 6]),
};

export const calendarChangeRequest = z.strictObject({
  /** Of the calendar, as it was seen; 0 when there was none. */
  revision: z.int().min(0),
  /** The decree or circular: of a day and a pattern it stays with them, of all it stands in the history. */
  source: words,
  change: z.discriminatedUnion("action", [
    z.strictObject({ action: z.literal("add-holiday"), name: words, ...span }),
    z.strictObject({ action: z.literal("remove-holiday"), name: words, day: calendarDay }),
    z.strictObject({ action: z.literal("add-pattern"), ...pattern }),
    z.strictObject({ action: z.literal("remove-pattern"), ...pattern }),
  ]),
});
export type CalendarChangeRequest = z.infer<typeof calendarChangeRequest>;
export type CalendarChange = CalendarChangeRequest["change"];
export type PatternTarget = z.infer<typeof pattern.target>;

type Change<Action extends CalendarChange["action"]> = Extract<
  CalendarChange,
  { readonly action: Action }
>;

/** The calendar's next lists, which days may be other ones by it, and what the history says of it. */
export interface Changed {
  readonly span: DaySpan;
  readonly holidays: readonly Holiday[];
  readonly patterns: readonly WorkPattern[];
  readonly change: FieldChange;
}

/**
 * A calendar with one thing added or taken away.
 * @param change whose unit has been looked up: it is named as its people's records name it, or not at all when there is none
 * @throws InvalidInput with all that is wrong: `required`, `characters-hidden`, `unit-unknown`, `day-outside-calendar`, `span-backwards`,
 * `calendar-full`, `nothing-changed`; NotFound of what is to be taken away and is not there
 */
export function changedCalendar(
  { holidays, patterns }: Pick<AgencyCalendar, "holidays" | "patterns">,
  change: CalendarChange,
  source: string,
): Changed {
  switch (change.action) {
    case "add-holiday":
      return { patterns, ...withHolidays(holidays, change, source) };
    case "remove-holiday": {
      const { day, name } = change;
      const left = holidays.filter((each) => each.day !== day || each.name !== name);
      if (left.length === holidays.length) throw new NotFound("No such day.");
      requireNothing(problemOf("source", source));
      const said = { field: "holiday", from: `${day} ${name}` };
      return { patterns, holidays: left, change: said, span: { from: day, until: day } };
    }
    case "add-pattern":
      return { holidays, ...withPattern(patterns, change, source) };
    case "remove-pattern": {
      const removed = patternFrom(change, "");
      const left = patterns.filter((each) => textOf(each) !== textOf(removed));
      if (left.length === patterns.length) throw new NotFound("No such pattern.");
      requireNothing(problemOf("source", source));
      const said = { field: "pattern", from: textOf(removed) };
      return { holidays, patterns: left, change: said, span: spanOf(removed) };
    }
  }
}

function withHolidays(
  holidays: readonly Holiday[],
  { name, from, until = from }: Change<"add-holiday">,
  source: string,
): Omit<Changed, "patterns"> {
  const called = visibleLine(name);
  // Before they are made: a mistyped year is thousands of days.
  const isTooMany = holidays.length + lengthOf(from, until) > mostHolidays;
  const isThere = holidays.some((each) => {
    return each.day >= from && each.day <= until && each.name === called;
  });
  requireNothing([
    ...spanProblems(from, until),
    ...problemOf("name", name),
    ...problemOf("source", source),
    ...problemIf(isThere, { field: "from", code: "nothing-changed" }),
    ...problemIf(isTooMany, { field: "until", code: "calendar-full" }),
  ]);
  const kept = { name: called, source: visibleLine(source), kind: "libur-daerah" } as const;
  const added = daysBetween(from, until).map((day) => ({ day, ...kept }));
  const said = until === from ? from : `${from} – ${until}`;
  return {
    holidays: [...holidays, ...added].toSorted((a, b) => a.day.localeCompare(b.day)),
    change: { field: "holiday", to: `${said} ${called}` },
    span: { from, until },
  };
}

function withPattern(
  patterns: readonly WorkPattern[],
  said: Change<"add-pattern">,
  source: string,
): Omit<Changed, "holidays"> {
  const { target, from, until } = said;
  const isUnitMissing = typeof target === "object" && "unit" in target && target.unit === "";
  const added = patternFrom(said, visibleLine(source));
  // Of two that begin on one day, nobody could say which one counts.
  const isThere = patterns.some((each) => each.from === from && whoseOf(each) === whoseOf(added));
  requireNothing([
    ...problemIf(isUnitMissing, { field: "unit", code: "unit-unknown" }),
    ...spanProblems(from, until),
    ...problemOf("source", source),
    ...problemIf(isThere, { field: "from", code: "nothing-changed" }),
    ...problemIf(patterns.length >= mostPatterns, { field: "from", code: "calendar-full" }),
  ]);
  const change = { field: "pattern", to: textOf(added) };
  return { patterns: [...patterns, added], change, span: spanOf(added) };
}

function patternFrom(
  { target, from, until, daysPerWeek }: Omit<Change<"add-pattern">, "action">,
  source: string,
): WorkPattern {
  return {
    ...(typeof target === "object" && "unit" in target && { unitKerja: target.unit }),
    ...(typeof target === "object" && "person" in target && { person: target.person }),
    ...{ from, ...(until !== undefined && { until }), daysPerWeek, source },
  };
}

/** Without a last day: to the end of all calendars. */
const spanOf = ({ from, until = `${calendarYears.last}-12-31` }: WorkPattern): DaySpan => ({
  from,
  until,
});

/** What makes a pattern another one: its people, its days, its days a week. People are named by their ids. */
const textOf = (pattern: WorkPattern): string =>
  [whoseOf(pattern), pattern.daysPerWeek, pattern.from, pattern.until ?? ""].join(" ").trim();

const whoseOf = ({ person, unitKerja }: WorkPattern): string => person ?? unitKerja ?? "";

function spanProblems(from: string, until: string | undefined): FieldProblem[] {
  const said = until === undefined || until === from ? { from } : { from, until };
  const outside = Object.entries(said).flatMap(([field, day]): FieldProblem[] => {
    const year = Number(day.slice(0, 4));
    const { first, last } = calendarYears;
    const isInside = year >= first && year <= last;
    return isInside ? [] : [{ field, code: "day-outside-calendar", params: { first, last } }];
  });
  const isBackwards = until !== undefined && until < from;
  return isBackwards ? [...outside, { field: "until", code: "span-backwards" }] : outside;
}

function problemOf(field: string, typed: string): FieldProblem[] {
  const line = visibleLine(typed);
  if (line === "") return [{ field, code: "required" }];
  return hasHidden(line) ? [{ field, code: "characters-hidden" }] : [];
}

function requireNothing(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new InvalidInput(...problems);
}

const problemIf = (is: boolean, problem: FieldProblem): readonly FieldProblem[] =>
  is ? [problem] : [];

const lengthOf = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;

function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = daysAfter(day, 1)) days.push(day);
  return days;
}
