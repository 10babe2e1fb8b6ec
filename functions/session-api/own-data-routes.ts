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
export interface OwnDataApi extends ConfirmIdentity, GatherOwnData {
  readonly sessions: AskSession["sessions"] &
    ConfirmIdentity["sessions"] &
    GatherOwnData["sessions"];
  readonly employees: AskSession["employees"];
  readonly accountRecords: ConfirmIdentity["accountRecords"] & GatherOwnData["accountRecords"];
}

/** What UU 27/2022 lets a person ask of the own data: a copy of all. That wrong ones are corrected is a request (decision 0087). */
export function ownDataRoutes(api: OwnDataApi) {
  return [
    route({
      method: "POST",
      path: "/api/account/data",
      summary:
        "All that is held about the own person, with password and code; it is noted and told",
      access: holder(api),
      body: identityProof,
      answers: { 200: ownDataAnswer },
      handle: async ({ principal: { employee, session }, body: proof, request }) => {
        await confirmIdentity(api, request, { employee, proof });
        request.note({ outcome: "own-data-taken" });
        return ok(await gatherOwnData(api, { employee, session, origin: originOf(request) }));
      },
    }),
  ];
}
