import type { LeaveKeeping } from "../id/leave-keeping.ts";

export const en: LeaveKeeping = {
  missing: "Open an employee's record, then «Leave: what is left, and corrections».",
  record: "The record",
  calendar: "The units' calendar of leave",
  balance: "Annual leave that is left",
  movements: "Newest changes",
  none: "There is no ledger yet: it begins with the first request, or with a correction below.",
  movement: (kind, days, source) => `${kind}: ${days} days, right of ${source}`,
  title: "Correct what is left",
  hint: "Also for what was left before there was this ledger. What was noted stays; the employee is told, the reason stands in the history. * is required.",
  source: "Right of the year",
  days: "Working days",
  daysHint: "For example 6 to add, -2 to take away.",
  reason: "Reason",
  reasonHint: "For example the number of the leave card. Nothing private.",
  send: "Correct",
  done: "What is left was corrected.",
  own: "This is your own record: a colleague corrects it.",
  problems: {
    "balance-short": "Less than that is left of this year's right.",
    "number-malformed": "whole numbers between -60 and 60 only, for example 6 or -2.",
    "nothing-changed": "0 changes nothing.",
  },
  moved: "This employee's leave has just changed. Load the page again and look at what is left.",
};
