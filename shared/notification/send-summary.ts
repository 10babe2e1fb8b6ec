/** The mails that had to wait, as one (decision 0090). */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { MailAnswer } from "#shared/mail/mail.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { eachOf, type Turn } from "#shared/runtime/each-of.ts";
import { Busy } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
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
  MailMessage,
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

/** Summaries that one run asks for, of 1.4 million a day: the mails' own pace is SES's. */
const mostInARun = 5000;
/** Asked for and noted together: what a run that ends in between asks for twice. */
const mostAtOnce = 50;

interface AskForSummaries extends Turn {
  readonly plans: Pick<MailPlans, "due" | "asked">;
  readonly mails: { sendAll(messages: readonly MailMessage[]): Promise<void> };
}

/**
 * Asks for the summaries that are due. What was asked for and not noted is asked for again, and a second summary finds nothing that waits. A day
 * before the newest one is late, and an alarm hears of it: after thirteen nobody looks for it any more.
 * @returns how many @throws what the first one failed with
 */
export async function askForSummaries(api: AskForSummaries): Promise<number> {
  let asked = 0;
  const items = await dueSummaries(api);
  const idOf = ({ day, ids }: Due) => `${day} ${ids[0]}`;
  await eachOf(api, { part: "summaries", items, idOf }, async ({ day, ids }) => {
    await api.mails.sendAll(ids.map((employeeId) => ({ employeeId, notificationId: summaryId })));
    await Promise.all(ids.map(async (id) => await api.plans.asked(id, day)));
    asked += ids.length;
  });
  return asked;
}

interface Due {
  readonly day: string;
  readonly ids: readonly EmployeeId[];
}

/** The oldest day first. */
async function dueSummaries({ plans, clock }: AskForSummaries): Promise<Due[]> {
  const days = dueDays(clock.now());
  const late = days.slice(0, -1);
  const due: Due[] = [];
  let left = mostInARun;
  for (const day of days) {
    if (left === 0) break;
    const ids = await plans.due(day, left);
    if (ids.length > 0 && late.includes(day))
      logger.warn("summaries.late", { day, found: ids.length });
    left -= ids.length;
    for (let at = 0; at < ids.length; at += mostAtOnce)
      due.push({ day, ids: ids.slice(at, at + mostAtOnce) });
  }
  return due;
}
