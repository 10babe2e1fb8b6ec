/** When somebody's mails are sent: at once, together once a day, or never but for security (decision 0090). */
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import type { MailMessage } from "./notification.ts";

/** What a holder may choose for what is not about security. */
const mailWish = z.enum(["at-once", "daily", "inbox-only"]);
export type MailWish = z.infer<typeof mailWish>;

/** The own wish, as page and function exchange it. */
export const mailWishBody = z.strictObject({ wish: mailWish });

/** Mails of a person and day, the summary among them and security apart. */
const mostMails = 3;
/** When summaries are sent, hours after midnight in WIB: before the day's work, in all three zones. */
const summaryHour = 7;
const hourMs = 3_600_000;
/** A summary that is late looks so many days back. */
const daysBack = 13;

/** The place of a plan among a person's inbox items: it sorts before all of them. */
export const planId = "#mails";
/** A message of the mail queue with it in place of an inbox item asks for a person's summary. */
export const summaryId = "#summary";

export const mailPlan = z.object({
  employeeId,
  wish: mailWish.optional(),
  /** The day in WIB that `mails` are of. */
  day: z.string().optional(),
  /** Which mails of that day have a place: ids of inbox items, or of the summary. */
  mails: z.array(z.string()).readonly().optional(),
  /** ISO instant until which one sender has the summary. */
  summaryUntil: z.string().optional(),
  /** Counts the writes; 0 when nothing is stored. */
  revision: z.int(),
});
export type MailPlan = Readonly<z.infer<typeof mailPlan>>;

export interface MailPlans {
  /** Strongly consistent; one that was never written has revision 0. */
  find(employeeId: EmployeeId): Promise<MailPlan>;
  /** Writes it behind the one that was read. @returns false when another write came between */
  replace(plan: MailPlan): Promise<boolean>;
  /** Keeps the mail of an inbox item for the summary of a day, both in one. @returns false when it does not wait any more */
  keep(message: MailMessage, day: string): Promise<boolean>;
  /** Has the summary sent on a day, whatever it will have. */
  ask(employeeId: EmployeeId, day: string): Promise<void>;
  /** Who has a summary of that day (read eventually consistently). */
  due(day: string, limit: number): Promise<EmployeeId[]>;
  /** The summary of that day is asked for. */
  asked(employeeId: EmployeeId, day: string): Promise<void>;
}

/** The day in WIB by which mails are counted. */
function mailDay(at: Date): string {
  return dayIn("WIB", at);
}

/** The day of the next summary. */
export function nextSummary(at: Date): string {
  return mailDay(new Date(at.getTime() + (24 - summaryHour) * hourMs));
}

/** The days whose summaries are due, the oldest first. */
export function dueDays(at: Date): readonly string[] {
  const newest = at.getTime() - summaryHour * hourMs;
  return Array.from({ length: daysBack + 1 }, (_, i) =>
    mailDay(new Date(newest - (daysBack - i) * 24 * hourMs)),
  );
}

/**
 * Gives a mail one of the day's places. The same mail keeps its own, so that a mail that SES did not take is tried again.
 * @returns the plan as it is to be written, the same one when the mail has its place; undefined when the day has no room
 */
export function withPlace(plan: MailPlan, mail: string, at: Date): MailPlan | undefined {
  const day = mailDay(at);
  const mails = plan.day === day ? (plan.mails ?? []) : [];
  if (mails.includes(mail)) return plan;
  return mails.length < mostMails ? { ...plan, day, mails: [...mails, mail] } : undefined;
}
