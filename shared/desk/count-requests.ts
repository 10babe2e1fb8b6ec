import { isOwnRecord } from "#shared/access/own-record.ts";
import { asOf } from "#shared/request/move-request.ts";
import { deciderRoles, type Request } from "#shared/request/request.ts";
import type { Requests } from "#shared/request/requests.ts";
import { isTurnOf, type RequestDecider } from "#shared/request/whose-turn.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { WaitingAnswer } from "./desk-answers.ts";

/** Requests that are read: of an agency's three days there are seldom more. */
const mostRequests = 100;
const hourMs = 3_600_000;
/** The last half of the time that its step has is urgent, a day at most: an approval, which has a day, is not urgent as soon as it comes. */
const [soonPart, soonHours] = [2, 24];

interface CountRequests {
  readonly requests: Pick<Requests, "waiting">;
  readonly clock: Clock;
}

/** Requests whose turn it is of this reader; urgent are those past their time or near it. Who decides none has no such item. */
export async function countRequests(
  { requests, clock }: CountRequests,
  by: RequestDecider,
): Promise<WaitingAnswer> {
  if (!by.roles.some(({ role }) => deciderRoles.some((each) => each === role)))
    return { waiting: [] };
  const now = clock.now();
  const found = await requests.waiting(by.instansiId, { limit: mostRequests + 1 });
  const own = found
    .slice(0, mostRequests)
    .map((request) => asOf(request, now))
    .filter((request) => !isOwnRecord(request.person, by) && isTurnOf(request, by));
  const isUrgent = ({ widened, dueAt = "", chain, place }: Request) => {
    const hours = Math.min((chain[place]?.hours ?? 0) / soonPart, soonHours);
    return widened === true || dueAt < new Date(now.getTime() + hours * hourMs).toISOString();
  };
  const urgent = own.filter(isUrgent).length;
  return {
    waiting: [
      {
        ...{ item: "requests", count: own.length },
        ...(found.length > mostRequests && { isMore: true as const }),
        ...(urgent > 0 && { urgent }),
      },
    ],
  };
}
