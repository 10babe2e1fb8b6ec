import type { WorkCalendarText } from "../id/work-calendar.ts";

export const en: WorkCalendarText = {
  title: "Work calendar",
  locale: "en-GB",
  lead: "Your working days, holidays and working hours.",
  years: "Year",
  unknown: (year) =>
    `The national holidays and cuti bersama of ${year} are not there yet. The number of working days may still change.`,
  today: "Today",
  working: "a working day",
  off: "no working day",
  next: "Next working day:",
  hours: (start, end, pause) => `${start} to ${end} local time, with a break of ${pause} minutes.`,
  openHours: (start) => `From ${start} local time.`,
  week: (hours, source) => `${hours} a week without breaks (${source}).`,
  weekLength: (hours, minutes) => `${hours} hours ${minutes} minutes`,
  ramadan: "Hours of Ramadan.",
  ownHours: "Your agency may set other hours.",
  patterns: "Working days a week",
  daysPerWeek: { 5: "5 days, Monday to Friday", 6: "6 days, Monday to Saturday" },
  since: (day) => `since ${day}`,
  months: (year) => `Holidays and working days of ${year}`,
  workingDays: (count) => `${count} working days`,
  none: "No holidays.",
  kinds: {
    "libur-nasional": "National holiday",
    "cuti-bersama": "Cuti bersama (shared leave)",
    "libur-daerah": "Regional holiday",
  },
  all: (year, count) => `All of ${year}: ${count} working days.`,
  sources: "Source:",
  download: (year) => `Download the days off of ${year} (.ics)`,
  failures: {
    "calendar-changed": "Somebody else has just changed this calendar.",
  },
};
