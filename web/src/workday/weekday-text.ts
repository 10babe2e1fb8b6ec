/** Days as a calendar tells them: in no first view but its own. */
import { workCalendar } from "../messages/work-calendar.ts";

/** "Selasa, 21 Juli 2026" of the day "2026-07-21". */
export const weekdayText = (day: string) =>
  format(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** "Juli" of "2026-07". */
export const monthText = (month: string) => format(`${month}-01`, { month: "long" });

/** "Juli 2026" of "2026-07". */
export const monthOfYear = (month: string) =>
  format(`${month}-01`, { month: "long", year: "numeric" });

/** "Selasa, 21 Jul" of the day "2026-07-21". */
export const dayOfMonth = (day: string) =>
  format(day, { weekday: "long", day: "numeric", month: "short" });

function format(day: string, parts: Intl.DateTimeFormatOptions): string {
  const at = new Date(`${day}T12:00:00Z`);
  return at.toLocaleString(workCalendar.locale, { ...parts, timeZone: "UTC" });
}
