import * as z from "zod";
import type { RoleHolder } from "#shared/access/principal.ts";
import { askDecree, askToMove, askToWithdraw } from "#shared/decree/ask-decree.ts";
import { decreeId } from "#shared/decree/decree.ts";
import {
  agencyDecreeList,
  agencyDecreeQuery,
  decreeList,
  decreeMoveRequest,
  decreeRequest,
  decreeWithdrawRequest,
} from "#shared/decree/decree-answers.ts";
import { decreesOfAgency, decreesOfPerson } from "#shared/decree/tell-decrees.ts";
import { countArriving, countDecrees } from "#shared/desk/count-clocks.ts";
import { waitingAnswer } from "#shared/desk/desk-answers.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { agencyApproval } from "./approval-answers.ts";
import { tellAsked } from "./approval-routes.ts";
import { findToChange } from "./find-to-change.ts";

/** Decrees of people: read by officers, asked for by petugas (decision 0048). Long: a table, one entry for each route. */
export function decreeRoutes(api: AccountsApi) {
  const reading = {
    method: "GET",
    access: roleHolder(api, "petugas", "penyetuju", "auditor"),
  } as const;
  const asking = {
    method: "POST",
    access: roleHolder(api, "petugas"),
    answers: { 201: agencyApproval },
  } as const;
  const ofPerson = z.strictObject({ id: employeeId });
  const ofDecree = z.strictObject({ id: employeeId, decreeId });
  const decreeOf = async ({ id, decreeId: decree }: z.infer<typeof ofDecree>, by: RoleHolder) => ({
    ...{ id: decree, person: await findToChange(api, id, by), by },
  });
  return [
    route({
      ...reading,
      path: "/api/accounts/decrees",
      summary:
        "What the reader's agency or units have to watch: decrees to come, stuck ones, ends of leaves",
      query: agencyDecreeQuery,
      answers: { 200: agencyDecreeList },
      handle: async ({ principal: by, query: { cursor } }) =>
        ok(await decreesOfAgency(api, { by, from: cursor })),
    }),
    route({
      ...reading,
      path: "/api/accounts/decrees/waiting",
      summary:
        "How many decrees could not act, how many leaves end soon or have ended, whom other agencies released",
      answers: { 200: waitingAnswer },
      handle: async ({ principal: by }) => {
        const counted = await Promise.all([countDecrees(api, by), countArriving(api, by)]);
        return ok({ waiting: counted.flatMap(({ waiting }) => waiting) });
      },
    }),
    route({
      ...reading,
      path: "/api/accounts/{id}/decrees",
      summary: "The decrees of a person, in every state",
      params: ofPerson,
      answers: { 200: decreeList },
      handle: async ({ principal: by, params: { id } }) => {
        const person = await findOwn(api.employees, id, by);
        return ok(await decreesOfPerson(api, person, by));
      },
    }),
    route({
      ...asking,
      path: "/api/accounts/{id}/decrees",
      summary: "Asks that a decree act on its TMT; 409 record-changed, change-needs-operators",
      params: ofPerson,
      body: decreeRequest,
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        const { revision, reason, requestId, ...paper } = body;
        const request = { person, by, revision, reason, requestId };
        return await tellAsked(api, await askDecree(api, { ...request, paper }), by);
      },
    }),
    route({
      ...asking,
      path: "/api/accounts/{id}/decrees/{decreeId}/move",
      summary:
        "Asks that a decree that has not acted act on another day; 409 decree-over, decree-stands",
      params: ofDecree,
      body: decreeMoveRequest,
      handle: async ({ principal: by, params, body }) => {
        const request = { ...body, ...(await decreeOf(params, by)) };
        return await tellAsked(api, await askToMove(api, request), by);
      },
    }),
    route({
      ...asking,
      path: "/api/accounts/{id}/decrees/{decreeId}/withdraw",
      summary: "Asks that a decree that has not acted never do; 409 decree-over",
      params: ofDecree,
      body: decreeWithdrawRequest,
      handle: async ({ principal: by, params, body }) => {
        const request = { ...body, ...(await decreeOf(params, by)) };
        return await tellAsked(api, await askToWithdraw(api, request), by);
      },
    }),
  ];
}
