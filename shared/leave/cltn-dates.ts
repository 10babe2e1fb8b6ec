/**
 * What the days of a CLTN bring with them (Peraturan BKN 24/2017, III.G; requirements.md, «Kedudukan hukum»). The end of the leave revives no
 * card: the reactivation decision does.
 */
import { daysAfter } from "#shared/employee/retirement.ts";
import { lastDayOf, type Span } from "./leave-span.ts";
import type { LeaveTerms } from "./leave-terms.ts";

export interface CltnDates {
  /** The position from its first day on: 02, of an extension 13. */
  readonly position: "02" | "13";
  readonly positionFrom: string;
  /** The day on which its person is reminded of the end. */
  readonly remindOn: string;
  /** The last day on which who comes back may report in writing. */
  readonly reportBy: string;
}

export function cltnDates(
  { from, to, isExtension }: Span & { readonly isExtension: boolean },
  terms: Pick<LeaveTerms, "cltnReminderMonths" | "cltnReportMonths">,
): CltnDates {
  const reminder = monthsEarlier(to, terms.cltnReminderMonths);
  return {
    position: isExtension ? "13" : "02",
    positionFrom: from,
    remindOn: reminder > from ? reminder : from,
    reportBy: lastDayOf(daysAfter(to, 1), { months: terms.cltnReportMonths }),
  };
}

/** The same day of the month, or its last one. */
function monthsEarlier(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const longest = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const earlier = new Date(Date.UTC(year, month - 1 - months, Math.min(date, longest)));
  return earlier.toISOString().slice(0, 10);
}
