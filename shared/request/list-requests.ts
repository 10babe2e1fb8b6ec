import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { maySee, type RequestDecider } from "./decide-request.ts";
import { asOf, handOver } from "./move-request.ts";
import { isClosed, type Request, type RequestId } from "./request.ts";
import { moveTo, type RequestPlace, type Requests } from "./requests.ts";

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

/** @throws NotFound out of reach, and for a draft */
export async function findForOfficer(
  api: ListRequests,
  { id, by }: { readonly id: RequestId; readonly by: RequestDecider },
): Promise<RequestOf> {
  const stored = await api.requests.find(id);
  const person = stored && (await api.employees.find(stored.person));
  if (!person) throw new NotFound("No such request.");
  const request = await followed(api, stored, person);
  if (!maySee(asOf(request, api.clock.now()), by)) throw new NotFound("No such request.");
  return { request, person };
}

/** The request where its person works now. What has ended stays where it was decided. */
async function followed(api: ListRequests, request: Request, person: Employee): Promise<Request> {
  const { instansiId, unitKerja } = person;
  const isThere = request.instansiId === instansiId && request.unitKerja === unitKerja;
  if (isThere || isClosed(request)) return request;
  const move = moveTo(request, handOver(request, { at: api.clock.now(), instansiId, unitKerja }));
  try {
    await api.requests.save(move);
    return move.after;
  } catch (error) {
    // Somebody moved it meanwhile: whoever reads next hands it over.
    if (error instanceof Conflict) return request;
    throw error;
  }
}
