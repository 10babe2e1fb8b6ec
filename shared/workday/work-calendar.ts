/** Which days of a span somebody works: what leave counts, and when attendance expects somebody. Pure. */
import { daysAfter } from "#shared/employee/retirement.ts";
import type { Holiday, NationalCalendar } from "./holiday.ts";
import { hoursOn, type WorkHours, weekdayOf } from "./work-hours.ts";
import {
  type AgencyCalendar,
  patternOn,
  patternsOf,
  type Worker,
  type WorkPattern,
} from "./work-pattern.ts";

/** What is known of one day. */
export interface Workday {
  readonly day: string;
  readonly isWorking: boolean;
  /** All that is said of it; on a Sunday too. */
  readonly holidays: readonly Holiday[];
  readonly pattern: WorkPattern;
  /** Of a day on which people work. */
  readonly hours?: WorkHours;
}

interface Known {
  readonly worker: Worker;
  readonly from: string;
  readonly until: string;
  /** Those years of the span whose calendar there is. */
  readonly national: readonly NationalCalendar[];
  readonly agency: AgencyCalendar | undefined;
}

/** The days from one to another. It answers for no other day, because it has not read the calendar of its year. */
export class WorkCalendar {
  readonly #known: Known;
  readonly #holidays: ReadonlyMap<string, readonly Holiday[]>;
  readonly #ramadans: NationalCalendar["ramadan"];
  readonly #patterns: readonly WorkPattern[];

  constructor(known: Known) {
    this.#known = known;
    const holidays = [
      ...known.national.flatMap((year): readonly Holiday[] => year.holidays),
      ...(known.agency?.holidays ?? []),
    ];
    this.#holidays = Map.groupBy(holidays, ({ day }) => day);
    this.#patterns = patternsOf(known.worker, known.agency?.patterns ?? []);
    this.#ramadans = known.national.flatMap(({ ramadan }) => ramadan);
  }

  /** Years of the span whose holidays nobody has said yet: a count over them may still change. */
  get unknownYears(): readonly number[] {
    const known = new Set(this.#known.national.map(({ year }) => year));
    return yearsOf(this.#known).filter((year) => !known.has(year));
  }

  /** @throws RangeError for a day outside the span */
  on(day: string): Workday {
    const { from, until } = this.#known;
    if (day < from || day > until) throw new RangeError("The day is outside the calendar's span.");
    const holidays = this.#holidays.get(day) ?? [];
    const pattern = patternOn(day, this.#patterns);
    const weekday = weekdayOf(day);
    const isWorking = weekday > 0 && weekday <= pattern.daysPerWeek && holidays.length === 0;
    const hours = isWorking ? hoursOn(day, pattern.daysPerWeek, this.#ramadans) : undefined;
    return { day, isWorking, holidays, pattern, ...(hours && { hours }) };
  }

  /** Every day, both ends counted; none when the span runs backwards. */
  days(from: string, until: string): Workday[] {
    const all: Workday[] = [];
    for (let day = from; day <= until; day = daysAfter(day, 1)) all.push(this.on(day));
    return all;
  }

  /** How many days somebody works from one day to another, both counted. */
  count(from: string, until: string): number {
    return this.days(from, until).filter(({ isWorking }) => isWorking).length;
  }

  /** The first working day after a day; none within the span. */
  next(after: string): Workday | undefined {
    for (let day = daysAfter(after, 1); day <= this.#known.until; day = daysAfter(day, 1)) {
      const found = this.on(day);
      if (found.isWorking) return found;
    }
    return undefined;
  }
}

/** The years that a span touches. */
export function yearsOf({ from, until }: { readonly from: string; readonly until: string }) {
  const [first, last] = [from, until].map((day) => Number(day.slice(0, 4)));
  const years: number[] = [];
  for (let year = first ?? 0; year <= (last ?? 0); year++) years.push(year);
  return years;
}
