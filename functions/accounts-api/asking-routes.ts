import * as z from "zod";
import {
  emailCorrectionRequest,
  mfaResetRequest,
  newPersonRequest,
  nipChangeRequest,
  unfreezeRequest,
} from "#shared/account/account-answers.ts";
import { askMailedCode } from "#shared/account/ask-mailed-code.ts";
import { askMfaReset, requireMode } from "#shared/account/ask-mfa-reset.ts";
import { askEmailCorrection } from "#shared/account/correct-email.ts";
import { askNewPerson } from "#shared/account/new-person.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { recordChangeRequest } from "#shared/employee/record-requests.ts";
import { provenSource } from "#shared/evidence/evidence-proof.ts";
import { noContent } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { askRecordChange } from "#shared/session/ask-record-change.ts";
import { askUnfreeze } from "#shared/session/decide-freeze.ts";
import { askNipChange } from "#shared/session/nip-change.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { agencyApproval } from "./approval-answers.ts";
import { tellAsked } from "./approval-routes.ts";
import { findToChange } from "./find-to-change.ts";
/** What a penyetuju has to approve. Long: a table, one entry for each route. */
export function askingRoutes(api: AccountsApi) {
  const stated = {
    method: "POST",
    access: roleHolder(api, "petugas"),
    params: z.strictObject({ id: employeeId }),
  } as const;
  return [
    route({
      method: "POST",
      path: "/api/accounts/people",
      summary:
        "Asks that somebody be let in; 409 nip-taken, nip-former, nip-elsewhere, email-taken, email-elsewhere",
      access: roleHolder(api, "petugas"),
      body: newPersonRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, body }) =>
        await tellAsked(api, await askNewPerson(api, { ...body, by }), by),
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/mfa-reset/code",
      summary: "Mails the holder a code; 409 mfa-reset-needs-wait, email-too-new, email-missing",
      answers: { 204: "nothing" },
      handle: async ({ principal: by, params: { id } }) => {
        const person = await findToChange(api, id, by);
        await requireMode(api, "counter", person);
        await askMailedCode(api, { employeeId: id, purpose: "counter", address: person.email });
        return noContent();
      },
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/mfa-reset",
      summary: "Asks that the holder may register another authenticator",
      body: mfaResetRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        return await tellAsked(api, await askMfaReset(api, { ...body, person, by }), by);
      },
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/unfreeze-request",
      summary: "Asks that a freeze be lifted that two must lift; 409 account-not-frozen",
      body: unfreezeRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        return await tellAsked(api, await askUnfreeze(api, { ...body, person, by }), by);
      },
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/email-correction",
      summary: "Asks for another address of an account that was never activated",
      body: emailCorrectionRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        return await tellAsked(api, await askEmailCorrection(api, { ...body, person, by }), by);
      },
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/nip-change",
      summary:
        "Asks for another NIP; 409 nip-taken, nip-former, nip-elsewhere, change-needs-operators, account-frozen",
      body: nipChangeRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        return await tellAsked(api, await askNipChange(api, { ...body, person, by }), by);
      },
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/record-change",
      summary:
        "Asks for what nobody changes alone in a record; 409 record-changed, change-asked, email-needs-two, email-taken, email-elsewhere, change-needs-operators",
      body: recordChangeRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        const source = await provenSource(api.hmacKey, body.source, {
          ...{ employeeId: id, by, now: api.clock.now() },
        });
        return await tellAsked(
          api,
          await askRecordChange(api, { ...body, source, person, by }),
          by,
        );
      },
    }),
  ];
}
