import * as z from "zod";
import { isOwnRecord } from "#shared/access/own-record.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import { proposedOf } from "#shared/data-change/data-change.ts";
import {
  type OfficerRequest,
  officerRequest,
  officerRequestsAnswer,
} from "#shared/data-change/data-change-answers.ts";
import { countRequests } from "#shared/desk/count-requests.ts";
import { waitingAnswer } from "#shared/desk/desk-answers.ts";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { valuesBefore } from "#shared/employee/record-change.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { kindOf } from "#shared/request/ask-request.ts";
import { type DecideRequest, decideRequest, mayDecide } from "#shared/request/decide-request.ts";
import { findForOfficer, type ListRequests, listRequests } from "#shared/request/list-requests.ts";
import { asOf } from "#shared/request/move-request.ts";
import { type Request, requestId } from "#shared/request/request.ts";
import { requestDecision, requestsQuery } from "#shared/request/request-answers.ts";
import { placeIn, placeText, requestFactsOf } from "#shared/request/tell-request.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface OfficerRequestApi
  extends AskRole,
    Omit<DecideRequest, "employees" | "requests">,
    Omit<ListRequests, "employees" | "requests"> {
  readonly requests: DecideRequest["requests"] & ListRequests["requests"];
  readonly employees: Pick<Employees, "find" | "findAll">;
}

const params = z.strictObject({ id: requestId });

/** How officers decide what people ask for. Long: a table, one entry for each route. */
export function officerRequestRoutes(api: OfficerRequestApi) {
  const readers = roleHolder(api, "petugas", "penyetuju", "auditor");
  return [
    route({
      method: "GET",
      path: "/api/requests/waiting",
      summary:
        "A page of what waits in the agency: what the reader looks at, then the oldest first",
      access: readers,
      query: requestsQuery,
      answers: { 200: officerRequestsAnswer },
      handle: async ({ principal: by, query: { cursor } }) => {
        const after = cursor === undefined ? undefined : placeIn(cursor);
        const { items, next } = await listRequests(api, { by, after });
        return ok({
          items: await Promise.all(
            items.map(({ request, person }) => told(api, { request, person, by })),
          ),
          ...(next && { cursor: placeText(next) }),
        });
      },
    }),
    route({
      method: "GET",
      path: "/api/requests/waiting/count",
      summary:
        "How many requests wait for the reader, and how many of them are near or past their time",
      access: readers,
      answers: { 200: waitingAnswer },
      handle: async ({ principal: by }) => ok(await countRequests(api, by)),
    }),
    route({
      method: "GET",
      path: "/api/requests/officer/{id}",
      summary: "One request, with what the record says now",
      access: readers,
      params,
      answers: { 200: officerRequest },
      handle: async ({ principal: by, params: { id } }) => {
        const found = await findForOfficer(api, { id, by });
        return ok(await told(api, { ...found, by }));
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/officer/{id}",
      summary: "Looks at it, gives it back, asks, agrees or rejects",
      access: roleHolder(api, "petugas", "penyetuju"),
      params,
      body: requestDecision,
      answers: { 200: officerRequest },
      handle: async ({ principal: by, params: { id }, body, request: asked }) => {
        const { version, decision } = body;
        await decideRequest(api, { id, version, decision, by });
        asked.note({ outcome: `request-${decision.act}` });
        const found = await findForOfficer(api, { id, by });
        return ok(await told(api, { ...found, by }));
      },
    }),
  ];
}

interface Told {
  readonly request: Request;
  readonly person: Employee;
  readonly by: RoleHolder;
}

async function told(
  api: OfficerRequestApi,
  { request: stored, person, by }: Told,
): Promise<OfficerRequest> {
  const request = asOf(stored, api.clock.now());
  const content = proposedOf(request);
  const waits = requestFactsOf(request).turn !== "nobody";
  const isOutdated = waits && (await kindOf(api, request.kind).isOutdated(request, person));
  const isOwn = isOwnRecord(person.id, by);
  const lastOfficer = await lastOfficerOf(api, request, by);
  return {
    ...{ ...requestFactsOf(request), kind: "data-change", content },
    ...{ employeeId: person.id, nip: groupNip(person.nip), name: fullName(person) },
    unitKerja: person.unitKerja,
    stands: valuesBefore(content.values, person),
    ...(isOutdated && { outdated: true as const }),
    ...(lastOfficer !== undefined && { lastOfficer }),
    ...(isOwn && { own: true as const }),
    ...(!isOwn && mayDecide(request, by) && { yours: true as const }),
    ...(request.taker === by.employeeId && { mine: true as const }),
  };
}

/** The name, with degrees, so that who was slower knows whom to ask. */
async function lastOfficerOf(
  { employees }: OfficerRequestApi,
  { trail, person }: Request,
  by: RoleHolder,
): Promise<string | undefined> {
  const last = trail.at(-1)?.by;
  if (last === undefined || last === person || last === by.employeeId) return undefined;
  const officer = await employees.find(last);
  return officer && fullName(officer);
}
