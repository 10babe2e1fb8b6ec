/** The hours of a working day, by rules that have a source and a first day. */
import type { NationalCalendar } from "./holiday.ts";

interface Hours {
  /** Without breaks. */
  readonly minutesPerWeek: number;
  /** By the agency's own clock: WIB, WITA or WIT. */
  readonly start: string;
  readonly breakMinutes: number;
  readonly fridayBreakMinutes: number;
}

interface HoursRule {
  readonly from: string;
  readonly source: string;
  readonly usual: Hours;
  readonly ramadan: Hours;
}

/** By their first day. An older day has none: what counted then was each agency's own. */
const rules: readonly HoursRule[] = [
  {
    from: "2023-04-12",
    source: "Perpres 21/2023",
    usual: { minutesPerWeek: 2250, start: "07:30", breakMinutes: 60, fridayBreakMinutes: 90 },
    ramadan: { minutesPerWeek: 1950, start: "08:00", breakMinutes: 30, fridayBreakMinutes: 60 },
  },
];

export interface WorkHours {
  readonly source: string;
  readonly isRamadan: boolean;
  readonly minutesPerWeek: number;
  readonly start: string;
  /** Absent for six days a week: the law leaves it to the agency how the hours are spread over them. */
  readonly end?: string;
  readonly breakMinutes: number;
}

/** The hours of a day on which somebody works; the agency may set others. */
export function hoursOn(
  day: string,
  daysPerWeek: 5 | 6,
  ramadans: NationalCalendar["ramadan"],
): WorkHours | undefined {
  const rule = rules.findLast(({ from }) => from <= day);
  if (!rule) return undefined;
  const isRamadan = ramadans.some(({ from, until }) => from <= day && day <= until);
  const hours = isRamadan ? rule.ramadan : rule.usual;
  const { minutesPerWeek, start } = hours;
  const breakMinutes = weekdayOf(day) === 5 ? hours.fridayBreakMinutes : hours.breakMinutes;
  const said = { source: rule.source, isRamadan, minutesPerWeek, start, breakMinutes };
  if (daysPerWeek === 6) return said;
  return { ...said, end: later(start, minutesPerWeek / 5 + breakMinutes) };
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** "16:00" of "07:30" and 510. */
function later(clock: string, minutes: number): string {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  const end = hour * 60 + minute + minutes;
  return [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
