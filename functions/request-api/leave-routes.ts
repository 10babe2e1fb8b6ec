import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { type NoteList, noteList } from "#shared/employee/note-list.ts";
import { noteOpened } from "#shared/employee/open-record.ts";
import { image, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type AwayCalendar, awayIn } from "#shared/leave/away-calendar.ts";
import { awayFile } from "#shared/leave/away-file.ts";
import {
  type DecideLeave,
  deciderOf,
  findForDecider,
  tellForDecider,
  waitingLeaves,
} from "#shared/leave/decide-leave.ts";
import {
  awayAnswer,
  decidedLeaveAnswer,
  ownLeaveAnswer,
  waitingLeavesAnswer,
} from "#shared/leave/leave-answers.ts";
import { type RecallLeave, recallLeave } from "#shared/leave/recall-leave.ts";
import { type TellLeave, tellOwnLeave } from "#shared/leave/tell-leave.ts";
import { kindOf } from "#shared/request/ask-request.ts";
import { type DecideRequest, decideRequest } from "#shared/request/decide-request.ts";
import { requestId } from "#shared/request/request.ts";
import { requestDecision } from "#shared/request/request-answers.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

export type LeaveApi = AskSession &
  AwayCalendar &
  RecallLeave &
  Omit<DecideRequest, "requests" | "employees"> &
  TellLeave &
  DecideLeave & {
    readonly requests: DecideRequest["requests"];
    readonly history: NoteList["history"];
  };

const months = z.strictObject({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/) });
/** Of a call back. */
const recalling = z.strictObject({
  from: z.string().max(10),
  reason: z.string().max(longestReason),
});
const params = z.strictObject({ id: requestId });

/** The own leave, and the leaves that wait for whoever acts in a post: no role is asked for, the post is. Long: a table, one entry for each route. */
export function leaveRoutes(api: LeaveApi) {
  const access = holder(api);
  const withKind = () => ({ ...api, kind: kindOf(api, "leave") });
  return [
    route({
      method: "GET",
      path: "/api/requests/leave",
      summary:
        "The own balance of leave, what may be asked for, who decides, and what was asked for",
      access,
      answers: { 200: ownLeaveAnswer },
      handle: async ({ principal: { employee } }) => ok(await tellOwnLeave(api, employee)),
    }),
    route({
      method: "GET",
      path: "/api/requests/deciding",
      summary: "The leaves that wait for the reader, who acts in a post that decides",
      access,
      answers: { 200: waitingLeavesAnswer },
      handle: async ({ principal: { employee } }) => ok(await waitingLeaves(api, employee)),
    }),
    route({
      method: "GET",
      path: "/api/requests/deciding/{id}",
      summary: "One of them: the form, the balance, and who else of the unit is away",
      access,
      params,
      answers: { 200: decidedLeaveAnswer },
      handle: async ({ principal: { employee }, params: { id } }) => {
        const by = await deciderOf(api, employee);
        const found = await findForDecider(api, { id, by });
        await noteOpened(api, found.person, by);
        return ok(await tellForDecider(withKind(), found, by));
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/deciding/{id}",
      summary: "Gives the pertimbangan, or decides",
      access,
      params,
      body: requestDecision,
      answers: { 200: decidedLeaveAnswer },
      handle: async ({ principal: { employee }, params: { id }, body, request: asked }) => {
        const by = await deciderOf(api, employee);
        const { version, decision } = body;
        const decided = await decideRequest(api, { id, version, by, decision });
        asked.note({ outcome: `request-${decision.act}` });
        return ok(await tellForDecider(withKind(), decided, by));
      },
    }),
    route({
      method: "POST",
      path: "/api/requests/deciding/{id}/recall",
      summary: "Calls its person back to work: the days that are not taken yet stay theirs",
      access,
      params,
      body: recalling,
      answers: { 200: decidedLeaveAnswer },
      handle: async ({ principal: { employee }, params: { id }, body, request: asked }) => {
        const by = await deciderOf(api, employee);
        const found = await findForDecider(api, { id, by });
        await recallLeave(api, { ...found, by, ...body });
        asked.note({ outcome: "leave-recalled" });
        return ok(await tellForDecider(withKind(), found, by));
      },
    }),
    route({
      method: "GET",
      path: "/api/requests/leave/away",
      summary: "Who is away in a month, in the units that the reader decides for or reaches",
      access,
      query: months,
      answers: { 200: awayAnswer },
      handle: async ({ principal: { employee }, query: { month } }) =>
        ok(await readAway(api, employee, month)),
    }),
    route({
      method: "GET",
      path: "/api/requests/leave/away/file",
      summary: "The same as a calendar file (RFC 5545)",
      access,
      query: months,
      answers: { 200: "text/calendar" },
      handle: async ({ principal: { employee }, query: { month } }) => {
        const away = await readAway(api, employee, month);
        return image("text/calendar", Buffer.from(awayFile(away, api.clock.now())), {
          "content-disposition": `attachment; filename="cuti-${month}.ics"`,
        });
      },
    }),
  ];
}

/** A list of people: it is noted once an hour, as officers' lists are, where there is something to read. */
async function readAway(api: LeaveApi, reader: Employee, month: string) {
  const away = await awayIn(api, reader, month);
  const { id: employeeId, instansiId } = reader;
  if (away.reads) await noteList(api, { employeeId, instansiId, units: undefined });
  return away;
}
