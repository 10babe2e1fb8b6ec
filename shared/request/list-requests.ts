import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { followed } from "./follow-person.ts";
import { type Freezes, inAnswerTime } from "./freezes.ts";
import { asOf } from "./move-request.ts";
import type { Request, RequestId } from "./request.ts";
import { isClosed, outcomes } from "./request-states.ts";
import type { EndedPlace, EndedQuery, RequestPlace, Requests } from "./requests.ts";
import { maySee, type RequestDecider } from "./whose-turn.ts";

/** Requests on a page. */
const pageSize = 50;

export interface ListRequests {
  readonly requests: Pick<Requests, "find" | "waiting" | "save">;
  readonly employees: Pick<Employees, "find" | "findAll">;
  readonly clock: Clock;
}

/** A request, and whom it is about as the record says now. */
export interface RequestOf {
  readonly request: Request;
  readonly person: Employee;
}

/**
 * A page of what waits for officers like this one: what the officer is looking at, then in the order of the submissions. Who works elsewhere by
 * now is handed over with what is left to do.
 */
export async function listRequests(
  api: ListRequests,
  { by, after }: { readonly by: RequestDecider; readonly after?: RequestPlace | undefined },
): Promise<{ readonly items: readonly RequestOf[]; readonly next?: RequestPlace }> {
  const found = await api.requests.waiting(by.instansiId, { limit: pageSize + 1, after });
  const page = found.slice(0, pageSize);
  const people = await api.employees.findAll(page.map(({ person }) => person));
  const items: RequestOf[] = [];
  for (const stored of page) {
    const person = people.get(stored.person);
    if (!person) continue;
    if (!maySee(asOf(stored, api.clock.now()), by)) continue;
    const request = await followed(api, stored, person);
    if (maySee(asOf(request, api.clock.now()), by)) items.push({ request, person });
  }
  const isMine = ({ request }: RequestOf) => request.taker === by.employeeId;
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return {
    items: [...items.filter(isMine), ...items.filter((item) => !isMine(item))],
    ...(last && { next: { id: last.id, at: last.submittedAt ?? last.since } }),
  };
}

/** A page of what has ended, of people whom the officer reaches now, the newest end first. A page may have fewer than there are to come. */
export async function listEnded(
  api: Pick<ListRequests, "employees" | "clock"> & { readonly requests: Pick<Requests, "ended"> },
  { by, ...query }: Omit<EndedQuery, "limit"> & { readonly by: RequestDecider },
): Promise<{ readonly items: readonly RequestOf[]; readonly next?: EndedPlace }> {
  const found = await api.requests.ended(by.instansiId, { ...query, limit: pageSize + 1 });
  const page = found.slice(0, pageSize);
  const people = await api.employees.findAll(page.map(({ person }) => person));
  const items = page.flatMap((request) => {
    const person = people.get(request.person);
    return person && mayRead(api, { request, person, by }) ? [{ request, person }] : [];
  });
  const last = found.length > pageSize ? page.at(-1) : undefined;
  const outcome = outcomes.find((each) => each === last?.state);
  return { items, ...(last && outcome && { next: { id: last.id, at: last.since, outcome } }) };
}

/**
 * Of what has ended the present reach decides, as of the record: who decided it once reads nothing of a person that moved away.
 * @throws NotFound out of reach, and for a draft
 */
export async function findForOfficer(
  api: ListRequests & { readonly freezes: Freezes },
  { id, by }: { readonly id: RequestId; readonly by: RequestDecider },
): Promise<RequestOf> {
  const stored = await api.requests.find(id);
  const person = stored && (await api.employees.find(stored.person));
  if (!person || !mayRead(api, { request: stored, person, by }))
    throw new NotFound("No such request.");
  const request = await followed(api, await inAnswerTime(api, stored, person), person);
  if (!mayRead(api, { request, person, by })) throw new NotFound("No such request.");
  return { request, person };
}

function mayRead(
  { clock }: Pick<ListRequests, "clock">,
  { request, person, by }: RequestOf & { readonly by: RequestDecider },
): boolean {
  const now = asOf(request, clock.now());
  const { instansiId, unitKerja } = person;
  return maySee(isClosed(now) ? { ...now, instansiId, unitKerja } : now, by);
}
