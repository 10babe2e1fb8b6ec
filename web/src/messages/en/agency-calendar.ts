import type { AgencyCalendarText } from "../id/agency-calendar.ts";

export const en: AgencyCalendarText = {
  lead: "The days off and working days of your agency. National holidays, cuti bersama and Ramadan are kept by operators. What you change here counts at once wherever working days are counted.",
  own: "Days off of the agency or region",
  noOwn: "The agency has no days off of its own.",
  addDay: "Add days off",
  name: "Name of the day",
  nameHint: "For example Hari Jadi Kabupaten Contoh",
  firstDay: "First day",
  lastDay: "Last day",
  lastDayHint: "Leave it empty for a single day",
  source: "Basis",
  sourceHint: "Number and date of the decree or circular. It stands in the history.",
  usual: "Without a rule below: 5 days, Monday to Friday (Perpres 21/2023, article 3).",
  addPattern: "Add a rule",
  forWhom: "Counts for",
  targets: { unit: "One unit", person: "One person", agency: "The whole agency" },
  unit: "Unit",
  unitHint: "Units below it are added one by one",
  unitUnknown:
    "No unit has this name any more: the rule counts for nobody. Remove it, or add it for the name of today.",
  whole: "The whole agency",
  unknownPerson: "Somebody of another agency",
  untilHint: "Leave it empty until there is a new rule",
  span: (from, until) => (until === undefined ? `since ${from}` : `${from} to ${until}`),
  save: "Save",
  remove: "Remove",
  removeOf: (what) => `Remove ${what}`,
  removeHint: "Counts of working days that use it change too.",
  saved: "The calendar is saved.",
  national: (year) => `National holidays and cuti bersama of ${year}`,
  ramadan: (from, until) => `Hours of Ramadan: ${from} to ${until}.`,
  failures: {
    "calendar-changed":
      "Somebody else has just changed this calendar. The newest one is loaded and what you typed is still here: save once more, or go back to the list to see it.",
    "own-record": "This rule is about your own working days. Another officer changes it.",
    "not-found": "This day or rule is not in the calendar any more.",
  },
  problems: {
    "day-outside-calendar": ({ first = "", last = "" }) =>
      `the calendar has only the years ${first} to ${last}.`,
    "span-backwards": "is before the first day.",
    "calendar-full": "the calendar has no room for as many. Look at the year, or remove old ones.",
    "nothing-changed": "is in the calendar already.",
    "unit-unknown": "no unit has this name. Choose one from the list.",
  },
};
