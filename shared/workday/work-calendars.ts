import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { ChangedDays, DaySpan } from "./changed-days.ts";
import type { NationalCalendar } from "./holiday.ts";
import { WorkCalendar, yearsOf } from "./work-calendar.ts";
import type { AgencyCalendar, Worker } from "./work-pattern.ts";

/** The calendars as they are kept: one for each year of the country, one for each agency. */
export interface WorkCalendars {
  /** Strongly consistent, as the agency's: a count of leave must not rest on a calendar of before. */
  national(year: number): Promise<NationalCalendar | undefined>;
  agency(instansiId: string): Promise<AgencyCalendar | undefined>;
  /** An agency's and those of some years that there are, by one reading. */
  together(
    instansiId: string,
    years: readonly number[],
  ): Promise<{
    readonly agency: AgencyCalendar | undefined;
    readonly national: readonly NationalCalendar[];
  }>;
}

export interface WritableWorkCalendars extends WorkCalendars {
  /**
   * A year's calendar with its line of history, and the note that some of its days have changed, in one transaction: a change that nobody
   * hears of cannot be.
   * @param calendar the next revision of what was found; 1 of a new one
   * @param changed the days that may be other ones now
   * @throws Conflict `calendar-changed` when somebody else was faster
   */
  saveNational(calendar: NationalCalendar, entry: AuditEntry, changed: DaySpan): Promise<void>;
  /** The same of an agency's. */
  saveAgency(calendar: AgencyCalendar, entry: AuditEntry, changed: DaySpan): Promise<void>;
  /** Changes after which nobody has counted again yet, the oldest first; at most a hundred. */
  uncounted(): Promise<readonly ChangedDays[]>;
  /** After a change whoever keeps counts has counted again. A second time it changes nothing. */
  markCounted(change: ChangedDays): Promise<void>;
}

/** The calendar of a person, or of the people of a unit, from one day to another. Whoever counts days asks this. */
export async function calendarFor(
  calendars: Pick<WorkCalendars, "together">,
  worker: Worker,
  span: { readonly from: string; readonly until: string },
): Promise<WorkCalendar> {
  const { agency, national } = await calendars.together(worker.instansiId, yearsOf(span));
  return new WorkCalendar({ worker, ...span, national, agency });
}
