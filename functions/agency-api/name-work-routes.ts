import * as z from "zod";
import { agencyId } from "#shared/agency/agency.ts";
import { nameWorkAnswer, repeatNamesRequest } from "#shared/agency/agency-answers.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { readNameWork, repeatNames } from "#shared/agency/name-work.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import type { AgencyApi } from "./agency-api.ts";

/** How far a new name is on its way into an agency's records. Long: a table, one entry for each route. */
export function nameWorkRoutes(api: AgencyApi) {
  const operator = roleHolder(api, "operator");
  const params = z.strictObject({ id: agencyId });
  return [
    route({
      method: "GET",
      path: "/api/operator/agencies/{id}/names",
      summary: "How far the records of an agency have its name",
      access: operator,
      params,
      answers: { 200: nameWorkAnswer },
      handle: async ({ params: { id } }) => ok(await readNameWork(api, id)),
    }),
    route({
      method: "POST",
      path: "/api/operator/agencies/{id}/names",
      summary:
        "Carries an agency's name into its records once more; while that runs it only tells how far it is; 409 agency-changed",
      access: operator,
      params,
      body: repeatNamesRequest,
      answers: { 200: nameWorkAnswer },
      handle: async ({ principal: { employeeId: by }, params: { id }, body: { reason } }) => {
        const work = await repeatNames(api, { id, by, reason });
        logger.info("agency.names-repeated", { instansiId: id });
        return ok(work);
      },
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/names",
      summary: "How far the records of the own agency have its name; for who works for all of it",
      access: roleHolder(api, "petugas", "penyetuju"),
      answers: { 200: nameWorkAnswer },
      handle: async ({ principal: by }) => ok(await readNameWork(api, wholeAgencyOf(by))),
    }),
  ];
}
