/** What the rules find in a request for leave: all of it at once, each by a code that the pages have texts for. */
import { leaveFieldCodes } from "#shared/runtime/leave-codes.ts";
import type { AskedLeave } from "./leave.ts";
import type { LeaveHolder } from "./leave-holder.ts";
import type { LeaveAccount } from "./leave-ledger.ts";
import type { KnownLeave } from "./leave-right.ts";
import type { LeaveCalendar } from "./leave-span.ts";
import type { Appointment, LeaveTerm, LeaveTerms } from "./leave-terms.ts";

const leaveCodes = [
  ...leaveFieldCodes,
  "day-malformed",
  "required",
  "phone-malformed",
  "too-long",
] as const;
export type LeaveCode = (typeof leaveCodes)[number];

export interface LeaveFinding {
  /** Of the form. */
  readonly field: keyof AskedLeave;
  readonly code: LeaveCode;
  /** What is allowed and what was found: figures, days, or a word of this folder. */
  readonly limit?: string | number;
  readonly measured?: string | number;
  /** Of the year's balance. */
  readonly year?: number;
  /** What it stands in the way of; some are only told. */
  readonly stops: "submission" | "decision" | "nothing";
}

export interface LeaveCase {
  readonly asked: AskedLeave;
  /** The request's own id, once it has one. */
  readonly id?: string | undefined;
  readonly holder: LeaveHolder;
  /** All of the person's, on their way or given. */
  readonly leaves: readonly KnownLeave[];
  /** Of the years that the leave lies in, see `grantYear`. */
  readonly account: LeaveAccount;
  /** Of the days that `calendarSpan` names: it is asked for no other. */
  readonly calendar: LeaveCalendar;
  /** The day of the submission, in the zone of the agency; before it, today. A late decision makes nothing late. */
  readonly askedOn: string;
  readonly agency?: readonly LeaveTerm[] | undefined;
}

/** With what is valid on its first day. */
export interface TermedCase extends LeaveCase {
  readonly terms: LeaveTerms;
  readonly appointment: Appointment;
  /** The other ones. */
  readonly others: readonly KnownLeave[];
}

type Field = LeaveFinding["field"];
type Figures = Omit<LeaveFinding, "field" | "code" | "stops">;

/** One finding, where it is one. */
export function found(
  isFound: boolean,
  field: Field,
  code: LeaveCode,
  figures: Figures & { readonly stops?: LeaveFinding["stops"] } = {},
): readonly LeaveFinding[] {
  return isFound ? [{ field, code, stops: "submission", ...figures }] : [];
}

/** Whether a request may go up, or be decided. */
export function mayPass(findings: readonly LeaveFinding[], to: "submission" | "decision"): boolean {
  return findings.every(
    ({ stops }) => stops === "nothing" || (to === "submission" && stops === "decision"),
  );
}
