import type { AttendanceRulesText } from "../id/attendance-rules.ts";

export const en: AttendanceRulesText = {
  schedules: "Schedules",
  usual:
    "Without a schedule here the hours of the work calendar count (Perpres 21/2023, Ramadan included). A person's schedule goes before the unit's, and a unit's before the agency's.",
  addSchedule: "Add a schedule",
  removeSchedule: "Remove this schedule",
  scheduleLead:
    "The turns come again and again from the first day: seven lines for a week, or as many as the shifts have turns.",
  from: "Valid from",
  fromHint: "The day of the first turn",
  termFromHint: "Days before it are counted as they were",
  until: "Last day",
  untilHint: "Leave it empty when it goes on",
  turns: "Turns",
  turnsHint:
    "A day on each line: start-end and minutes of break, for example 07.30-16.00 60. Write off for a day without work. An end before the start is on the next day.",
  off: "off",
  offWords: ["off", "libur"],
  wrongTurns: "a line cannot be read, or there is none. Write them like 07.30-16.00 60, or off.",
  holidays: "Holidays and cuti bersama",
  overHolidays: { off: "Off", on: "On duty" },
  onePerson: "One person: open the record",
  save: "Save",
  saved:
    "The change is saved. Recaps that are not locked are worked out anew when they are opened.",
  termsTitle: "Terms",
  termsHint: "As they are today. Where your agency has said nothing, what is usual counts.",
  terms: {
    lateGrades: "Grades of lateness",
    earlyGrades: "Grades of leaving early",
    graceMinutes: "Tolerance (minutes)",
    doubleMinutes: "Readings are one within (minutes)",
    opensMinutes: "Readings count before the start (minutes)",
    closesMinutes: "Readings count after the end (minutes)",
    oneReadingIs: "A day with one reading alone",
    correctionDays: "A correction may be asked for within (days)",
    codes: "Codes of the recap",
  },
  change: "Change",
  changeTerm: "Change a term",
  removeTerm: "Remove this term",
  termLead: "The new value counts from the day that you write. The old one is kept.",
  ownTerms: "Said by your agency",
  numberHint: "A whole number",
  gradesHint: "A grade on each line: its code and its first minute, for example TL1 1.",
  codesHint:
    "A status on each line: the status and its code, for example hadir H. All must be there.",
  wrongValue: "cannot be read. Write it like the example.",
};
