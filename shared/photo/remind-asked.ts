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
    for await (const line of mayBeDueIn(api, id, now)) {
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

/**
 * Ends that are still to come the index has of nobody else; and of those who were reported, whose place there says nothing of their time,
 * the record says it.
 */
async function* mayBeDueIn(
  { photoReviews }: Pick<RemindAsked, "photoReviews">,
  instansiId: string,
  now: Date,
): AsyncGenerator<Awaiting> {
  const all = async function* (until: Date, from?: Awaiting) {
    let after = from;
    do {
      const page = await photoReviews.awaiting(instansiId, { now: until, limit: pageSize, after });
      yield* page;
      after = page.length === pageSize ? page.at(-1) : undefined;
    } while (after);
  };
  yield* all(beforeAllInstants);
  yield* all(new Date(now.getTime() + beforeMs), { from: now.toISOString(), id: "emp_" });
}

/** Only reported ones are at a place before it (`waitsFrom`). */
const beforeAllInstants = new Date(0);

async function remind(
  { employees, history }: Pick<RemindAsked, "employees" | "history">,
  { id }: Awaiting,
  at: Date,
): Promise<boolean> {
  const person = await employees.find(id);
  const until = person && dueOf(person, at);
  if (!until || !mayHavePhoto(person, at)) return false;
  const entry = entryOf({ employeeId: id, action: "photo-due", actor: { role: "system" }, at });
  return await history.add({ ...entry, revision: Date.parse(until) - beforeMs });
}

/** When the time is over of somebody who is to be reminded of it now. The index may be a moment behind the record. */
function dueOf({ photoReview: review }: Employee, at: Date): string | undefined {
  if (review?.state !== "new-asked" || review.until === undefined) return undefined;
  const left = Date.parse(review.until) - at.getTime();
  return left > 0 && left <= beforeMs ? review.until : undefined;
}
