import * as z from "zod";
import { agencyId } from "#shared/agency/agency.ts";
import { agencyHistoryAnswer } from "#shared/agency/agency-answers.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { tellAgencyHistory } from "#shared/agency/tell-agency-history.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import type { AgencyApi } from "./agency-api.ts";

const query = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .exactOptional(),
});

/** Who changed what of an agency. */
export function historyRoutes(api: AgencyApi) {
  return [
    route({
      method: "GET",
      path: "/api/operator/agencies/{id}/history",
      summary: "Who changed what of an agency, and who approved it; newest first, 10 a page",
      access: roleHolder(api, "operator"),
      params: z.strictObject({ id: agencyId }),
      query,
      answers: { 200: agencyHistoryAnswer },
      handle: async ({ params: { id }, query: { cursor: from } }) =>
        ok(await tellAgencyHistory(api, { id, from, sees: () => true })),
    }),
    route({
      method: "GET",
      path: "/api/officer/agency/history",
      summary: "The same of the own agency, for who works for all of it; names only of own people",
      access: roleHolder(api, "petugas", "penyetuju"),
      query,
      answers: { 200: agencyHistoryAnswer },
      handle: async ({ principal: by, query: { cursor: from } }) => {
        const id = wholeAgencyOf(by);
        return ok(
          await tellAgencyHistory(api, { id, from, sees: ({ instansiId }) => instansiId === id }),
        );
      },
    }),
  ];
}
