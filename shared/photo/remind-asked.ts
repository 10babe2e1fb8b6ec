/** Who is asked for a new photo is reminded once, before its time is over (decision 0066). */
import { entryOf } from "#shared/account/account-event.ts";
import type { Agencies } from "#shared/agency/agencies.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { Awaiting, PhotoReviews } from "./photo-reviews.ts";
import { mayHavePhoto } from "./require-active-card.ts";

export interface RemindAsked {
  readonly agencies: Pick<Agencies, "list">;
  readonly photoReviews: PhotoReviews;
  readonly employees: Pick<Employees, "find">;
  readonly history: Pick<AuditTrail, "add">;
  readonly clock: Clock;
}

/** So long before the end of its time, milliseconds: a photo is made in a day, and there is a weekend. */
const beforeMs = 3 * 86_400_000;
/** People of one query. */
const pageSize = 100;
/** How long a run begins new work, milliseconds; the night has many runs. */
const longestRunMs = 30_000;
/** The schedule of the calendar (`infra/functions/calendar.ts`), milliseconds. */
const runsEveryMs = 5 * 60_000;

/**
 * Reminds whose time is over within three days. The reminder is an event of the account, in whose place no second one of the same
 * request fits: a run that is repeated reminds nobody again, and a night that is missed loses nobody. Of a photo that came meanwhile, or whose
 * holder may not send one now, there is nothing to remind.
 * @returns how many were reminded now
 */
export async function remindAsked(api: RemindAsked): Promise<number> {
  const now = api.clock.now();
  let reminded = 0;
  for (const { id } of fromElsewhere(await api.agencies.list(), now))
    for await (const line of dueIn(api, id, now)) {
      if (await remind(api, line, now)) reminded++;
      if (api.clock.now().getTime() - now.getTime() > longestRunMs) return reminded;
    }
  return reminded;
}

/** Each run begins with another agency, so that many due in one keep none of the others waiting. */
function fromElsewhere<Item>(items: readonly Item[], now: Date): readonly Item[] {
  const first = Math.floor(now.getTime() / runsEveryMs) % Math.max(items.length, 1);
  return [...items.slice(first), ...items.slice(0, first)];
}

/** The index has an end that is still to come of nobody else. */
async function* dueIn(
  { photoReviews }: Pick<RemindAsked, "photoReviews">,
  instansiId: string,
  now: Date,
): AsyncGenerator<Awaiting> {
  const until = new Date(now.getTime() + beforeMs);
  let after: Awaiting | undefined = { from: now.toISOString(), id: "emp_" };
  while (after) {
    const page = await photoReviews.awaiting(instansiId, { now: until, limit: pageSize, after });
    yield* page;
    after = page.length === pageSize ? page.at(-1) : undefined;
  }
}

async function remind(
  { employees, history }: Pick<RemindAsked, "employees" | "history">,
  { id, from }: Awaiting,
  at: Date,
): Promise<boolean> {
  const person = await employees.find(id);
  if (!person || !isAskedUntil(person, from) || !mayHavePhoto(person, at)) return false;
  const entry = entryOf({ employeeId: id, action: "photo-due", actor: { role: "system" }, at });
  return await history.add({ ...entry, revision: Date.parse(from) - beforeMs });
}

/** The index may be a moment behind the record. */
function isAskedUntil({ photoReview: review }: Employee, until: string): boolean {
  return review?.state === "new-asked" && review.until === until;
}
