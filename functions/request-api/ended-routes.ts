import { fullName } from "#shared/employee/employee.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { type NoteList, noteList } from "#shared/employee/note-list.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type ListRequests, listEnded } from "#shared/request/list-requests.ts";
import { numberOf } from "#shared/request/request.ts";
import { endedQuery, endedRequestsAnswer } from "#shared/request/request-answers.ts";
import { outcomes } from "#shared/request/request-states.ts";
import type { Requests } from "#shared/request/requests.ts";
import { endedPlaceIn, placeText } from "#shared/request/tell-request.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";

export interface EndedRequestApi extends AskRole, Omit<ListRequests, "requests" | "employees"> {
  readonly requests: Pick<Requests, "ended">;
  readonly employees: ListRequests["employees"];
  readonly history: NoteList["history"];
}

/** What officers read of requests that have ended: the rights are those of the queue (decision 0096). */
export function endedRequestRoutes(api: EndedRequestApi) {
  return [
    route({
      method: "GET",
      path: "/api/requests/ended",
      summary: "A page of the requests of the own people that have ended, the newest end first",
      access: roleHolder(api, "petugas", "penyetuju", "auditor"),
      query: endedQuery,
      answers: { 200: endedRequestsAnswer },
      handle: async ({ principal: by, query: { outcome, cursor } }) => {
        const after = cursor === undefined ? undefined : endedPlaceIn(cursor);
        await noteList(api, by);
        const wanted = outcomes.filter((each) => outcome === undefined || each === outcome);
        const { items, next } = await listEnded(api, { by, outcomes: wanted, after });
        return ok({
          items: items.flatMap(({ request, person }) => {
            const state = outcomes.find((each) => each === request.state);
            if (!state) return [];
            return [
              {
                ...{ id: request.id, kind: request.kind, number: numberOf(request) },
                ...{ state, at: request.since },
                ...{ nip: groupNip(person.nip), name: fullName(person) },
                unitKerja: person.unitKerja,
              },
            ];
          }),
          ...(next && { cursor: placeText(next) }),
        });
      },
    }),
  ];
}
