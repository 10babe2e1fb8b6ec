import type { Corrections } from "#shared/correction/correction.ts";
import { correctionRequest, ownCorrectionsAnswer } from "#shared/correction/correction-answers.ts";
import { tellOwnCorrections } from "#shared/correction/list-corrections.ts";
import { type ReportCorrection, reportCorrection } from "#shared/correction/report-correction.ts";
import { ok } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { route } from "#shared/http/route.ts";
import { type GatherOwnData, gatherOwnData } from "#shared/own-data/gather-own-data.ts";
import { ownDataAnswer } from "#shared/own-data/own-data-answer.ts";
import {
  type ConfirmIdentity,
  confirmIdentity,
  identityProof,
} from "#shared/session/confirm-identity.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

/** The dependencies of the routes of one's own data. */
export interface OwnDataApi extends ConfirmIdentity, ReportCorrection, GatherOwnData {
  readonly sessions: AskSession["sessions"] &
    ConfirmIdentity["sessions"] &
    GatherOwnData["sessions"];
  readonly employees: AskSession["employees"];
  readonly corrections: Pick<Corrections, "of" | "add">;
  readonly accountRecords: ConfirmIdentity["accountRecords"] & GatherOwnData["accountRecords"];
}

/** What UU 27/2022 lets a person ask of the own data: a copy of all, and that wrong ones are corrected. Long: a table, one entry for each route. */
export function ownDataRoutes(api: OwnDataApi) {
  const access = holder(api);
  return [
    route({
      method: "POST",
      path: "/api/account/data",
      summary:
        "All that is held about the own person, with password and code; it is noted and told",
      access,
      body: identityProof,
      answers: { 200: ownDataAnswer },
      handle: async ({ principal: { employee, session }, body: proof, request }) => {
        await confirmIdentity(api, request, { employee, proof });
        request.note({ outcome: "own-data-taken" });
        return ok(await gatherOwnData(api, { employee, session, origin: originOf(request) }));
      },
    }),
    route({
      method: "GET",
      path: "/api/account/corrections",
      summary: "The own record, and what was reported as wrong in it",
      access,
      answers: { 200: ownCorrectionsAnswer },
      handle: async ({ principal: { employee } }) => ok(await tellOwnCorrections(api, employee)),
    }),
    route({
      method: "POST",
      path: "/api/account/corrections",
      summary: "Reports a wrong datum of the own record; the agency answers within 3×24 hours",
      access,
      body: correctionRequest,
      answers: { 200: ownCorrectionsAnswer },
      handle: async ({ principal: { employee }, body: { field, right, note }, request }) => {
        const origin = originOf(request);
        await reportCorrection(api, { employee, field, right, note, origin });
        request.note({ outcome: "correction-reported" });
        return ok(await tellOwnCorrections(api, employee));
      },
    }),
  ];
}
