import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import { noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import { askArrival } from "#shared/transfer/ask-arrival.ts";
import { askRelease } from "#shared/transfer/ask-release.ts";
import { returnTransfer, withdrawTransfer } from "#shared/transfer/end-transfer.ts";
import { tellArriving, tellOtherAgencies, tellTransfer } from "#shared/transfer/tell-transfers.ts";
import {
  arrivalRequest,
  arrivingList,
  otherAgencies,
  releaseRequest,
  transferAnswer,
  transferReason,
} from "#shared/transfer/transfer-answers.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { agencyApproval } from "./approval-answers.ts";
import { tellAsked } from "./approval-routes.ts";
import { findToChange } from "./find-to-change.ts";

/** Transfers of people to another agency (decision 0053). Long: a table, one entry for each route. */
export function transferRoutes(api: AccountsApi) {
  const petugas = roleHolder(api, "petugas");
  const readers = roleHolder(api, "petugas", "penyetuju", "auditor");
  const params = z.strictObject({ id: employeeId });
  return [
    route({
      method: "GET",
      path: "/api/accounts/agencies",
      summary: "The other agencies by name, to one of which somebody moves",
      access: petugas,
      answers: { 200: otherAgencies },
      handle: async ({ principal: by }) => ok(await tellOtherAgencies(api, by.instansiId)),
    }),
    route({
      method: "GET",
      path: "/api/accounts/transfers",
      summary: "Whom another agency released to the reader's; empty for who reaches units only",
      access: readers,
      answers: { 200: arrivingList },
      handle: async ({ principal: by }) => ok(await tellArriving(api, by)),
    }),
    route({
      method: "POST",
      path: "/api/accounts/transfers/{id}/accept",
      summary: "Asks that somebody be taken in, with a unit and a position; 409 transfer-over",
      access: petugas,
      params,
      body: arrivalRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) =>
        await tellAsked(api, await askArrival(api, { ...body, id, by }), by),
    }),
    route({
      method: "POST",
      path: "/api/accounts/transfers/{id}/return",
      summary: "Gives somebody back to the agency that released that person; 409 transfer-over",
      access: petugas,
      params,
      body: transferReason,
      answers: { 204: "nothing" },
      handle: async ({ principal: by, params: { id }, body: { reason } }) => {
        await returnTransfer(api, { id, by, reason });
        logger.info("transfer.returned", { employeeId: id });
        return noContent();
      },
    }),
    route({
      method: "GET",
      path: "/api/accounts/{id}/transfer",
      summary: "The newest transfer of a person of the own agency to another one",
      access: readers,
      params,
      answers: { 200: transferAnswer },
      handle: async ({ principal: by, params: { id } }) =>
        ok(await tellTransfer(api, await findOwn(api.employees, id, by))),
    }),
    route({
      method: "POST",
      path: "/api/accounts/{id}/transfer",
      summary:
        "Asks that somebody be released; 409 record-changed, change-needs-operators, transfer-ended, transfer-open",
      access: petugas,
      params,
      body: releaseRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        return await tellAsked(api, await askRelease(api, { ...body, person, by }), by);
      },
    }),
    route({
      method: "POST",
      path: "/api/accounts/{id}/transfer/withdraw",
      summary: "Takes a release back that the other agency has not answered; 409 transfer-over",
      access: petugas,
      params,
      body: transferReason,
      answers: { 200: transferAnswer },
      handle: async ({ principal: by, params: { id }, body: { reason } }) => {
        const person = await findToChange(api, id, by);
        await withdrawTransfer(api, { person, reason });
        return ok(await tellTransfer(api, person));
      },
    }),
  ];
}
