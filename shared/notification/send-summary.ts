/** The mails that had to wait, as one (decision 0090). */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { MailAnswer } from "#shared/mail/mail.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Busy } from "#shared/runtime/errors.ts";
import type { MailAllowance } from "./mail-allowance.ts";
import {
  dueDays,
  type MailPlan,
  type MailPlans,
  nextSummary,
  summaryId,
  withPlace,
} from "./mail-plan.ts";
import { claimSeconds, isDeaf } from "./mail-recipients.ts";
import type {
  MailsToSend,
  Notification,
  NotificationMails,
  Notifications,
} from "./notification.ts";

export interface SendSummary {
  readonly notifications: Pick<Notifications, "kept" | "settleMail">;
  readonly plans: Pick<MailPlans, "find" | "replace" | "ask">;
  readonly employees: Pick<Employees, "find">;
  readonly mailer: Pick<NotificationMails, "sendSummary">;
  readonly allowance: Pick<MailAllowance, "take">;
  readonly clock: Clock;
}

/** When to look again at what another sender has, seconds. */
const elsewhereSeconds = 30;

/** "none": nothing waited. "unwanted": the holder reads the inbox alone. "later": the day has no room for it. */
export type SummaryOutcome = MailAnswer | "undeliverable" | "unwanted" | "later" | "none";

/**
 * Sends everything that waits for a person's summary as one mail. One sender has it at a time; if the function ends between the mail and
 * its notes, it is sent twice.
 * @throws Busy, and what mailer, table and SES throw when it may work later
 */
export async function sendSummary(api: SendSummary, id: EmployeeId): Promise<SummaryOutcome> {
  const now = api.clock.now();
  const plan = await claimed(api, id, now);
  try {
    const items = await api.notifications.kept(id, now);
    return items.length === 0 ? "none" : await settle(api, { plan, items, now });
  } finally {
    await release(api, id);
  }
}

async function settle(
  api: SendSummary,
  work: { readonly plan: MailPlan; readonly items: readonly Notification[]; readonly now: Date },
): Promise<SummaryOutcome> {
  const { plan, items, now } = work;
  const { employeeId: id } = plan;
  const person = await api.employees.find(id);
  const outcome = async (): Promise<Exclude<SummaryOutcome, "none">> => {
    if (plan.wish === "inbox-only") return "unwanted";
    if (person?.email === undefined || isDeaf(person)) return "undeliverable";
    // Retries of the same day keep their place.
    const placed = withPlace(plan, summaryId, now);
    if (!placed) return "later";
    if (placed !== plan && !(await api.plans.replace(placed))) throw new Busy(elsewhereSeconds);
    await api.allowance.take();
    return await api.mailer.sendSummary(person.email, [...new Set(items.map(({ code }) => code))]);
  };
  const answer = await outcome();
  if (answer === "later") {
    await api.plans.ask(id, nextSummary(now));
    return answer;
  }
  const state = answer === "sent" ? "sent" : "refused";
  for (const { id: notificationId } of items)
    await api.notifications.settleMail({ employeeId: id, notificationId }, state);
  return answer;
}

/** Keeps other senders out until then. @returns the plan as it is stored now */
async function claimed(
  { plans }: Pick<SendSummary, "plans">,
  id: EmployeeId,
  now: Date,
): Promise<MailPlan> {
  const plan = await plans.find(id);
  const isElsewhere = plan.summaryUntil !== undefined && plan.summaryUntil > now.toISOString();
  const summaryUntil = new Date(now.getTime() + 1000 * claimSeconds).toISOString();
  if (isElsewhere || !(await plans.replace({ ...plan, summaryUntil })))
    throw new Busy(elsewhereSeconds);
  return { ...plan, summaryUntil, revision: plan.revision + 1 };
}

/** Whoever changed the plan meanwhile leaves the claim, which ends by itself. */
async function release({ plans }: Pick<SendSummary, "plans">, id: EmployeeId): Promise<void> {
  const { summaryUntil: _, ...plan } = await plans.find(id);
  await plans.replace(plan);
}

/** Summaries that one run asks for: a run takes seconds, and there is one every five minutes. */
const mostInARun = 500;

/**
 * Asks for the summaries that are due. What was asked for and not noted is asked for again, and a second summary finds nothing that waits.
 * @returns how many
 */
export async function askForSummaries(api: {
  readonly plans: Pick<MailPlans, "due" | "asked">;
  readonly mails: MailsToSend;
  readonly clock: Clock;
}): Promise<number> {
  let asked = 0;
  for (const day of dueDays(api.clock.now()))
    for (const employeeId of await api.plans.due(day, mostInARun - asked)) {
      await api.mails.send({ employeeId, notificationId: summaryId });
      await api.plans.asked(employeeId, day);
      if (++asked >= mostInARun) return asked;
    }
  return asked;
}
