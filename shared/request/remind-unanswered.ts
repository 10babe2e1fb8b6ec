/** Who was asked about a request is reminded once, before the time to answer is over (requirement W-12). */
import { entryOf } from "#shared/account/account-event.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { eachOf, type Turn } from "#shared/runtime/each-of.ts";
import { type Freezes, inAnswerTime } from "./freezes.ts";
import type { Request } from "./request.ts";
import type { Requests } from "./requests.ts";

export interface RemindUnanswered extends Turn {
  readonly requests: Pick<Requests, "unanswered">;
  readonly employees: Pick<Employees, "find">;
  readonly freezes: Pick<Freezes, "isFrozen" | "insideSince">;
  readonly history: Pick<AuditTrail, "add">;
}

const dayMs = 86_400_000;
/** So long before the end: an answer is given in a day, and there is a weekend. */
const beforeDays = 3;
/** A job that stood still for a day loses nobody. */
const lookBackMs = dayMs;
/** More than a day brings; what is left is next in five minutes. */
const mostPerRun = 500;

/**
 * Reminds whose answer is due within three days. The reminder is an event of the account, in whose place no second one of the same question
 * fits, so a run that is repeated reminds nobody again. Who cannot sign in is not reminded, nor who was given less time than that.
 * @returns how many were reminded now @throws what the first one failed with
 */
export async function remindUnanswered(api: RemindUnanswered): Promise<number> {
  const until = api.clock.now().getTime() + beforeDays * dayMs;
  const span = {
    from: new Date(until - lookBackMs).toISOString(),
    to: new Date(until).toISOString(),
  };
  const items = (await api.requests.unanswered(span, mostPerRun)).filter(
    ({ answerDays }) => answerDays > beforeDays,
  );
  let reminded = 0;
  const idOf = ({ id }: Request) => id;
  await eachOf(api, { part: "questions", items, idOf }, async (request) => {
    if (await remind(api, request)) reminded++;
  });
  return reminded;
}

async function remind(api: RemindUnanswered, asked: Request): Promise<boolean> {
  const { id, person, dueAt = "" } = asked;
  const holder = await api.employees.find(person);
  if (!holder || (await api.freezes.isFrozen(holder))) return false;
  // After a freeze the days begin anew: it is due later than the list says.
  if ((await inAnswerTime(api, asked, holder)).dueAt !== dueAt) return false;
  const entry = entryOf({
    ...{ employeeId: person, action: "own-request-due", at: api.clock.now(), matterId: id },
    actor: { role: "system" },
  });
  return await api.history.add({ ...entry, revision: Date.parse(dueAt) - beforeDays * dayMs });
}
