import { noContent, ok, withCookies } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { route } from "#shared/http/route.ts";
import { clearCookie } from "#shared/session/cookies.ts";
import { finishEnrolment, showEnrolment } from "#shared/session/enrol-authenticator.ts";
import { enrolmentAnswer, recoveryCodesAnswer } from "#shared/session/login-answers.ts";
import { enrolmentMailRequest, enrolmentRequest } from "#shared/session/login-requests.ts";
import {
  confirmEnrolmentCode,
  mailEnrolmentCode,
  requireConfirmedMail,
} from "#shared/session/mail-enrolment-code.ts";
import { atChallenge } from "#shared/session/require-challenge.ts";
import type { SessionApi } from "./session-api.ts";

/** The registration of an authenticator, after a right password. Long: a table, one entry for each route. */
export function enrolmentRoutes(api: SessionApi) {
  const access = atChallenge(api, "enrolment");
  return [
    route({
      method: "GET",
      path: "/api/session/enrolment",
      summary: "The key of an authenticator that is to be registered",
      access,
      answers: { 200: enrolmentAnswer },
      handle: async ({ principal: challenge }) => {
        requireConfirmedMail(challenge);
        return ok(await showEnrolment(api, challenge));
      },
    }),
    route({
      method: "POST",
      path: "/api/session/enrolment/mail",
      evenTime: "refusals",
      summary: "Mails another code, where the browser has used none",
      access,
      answers: { 204: "nothing" },
      handle: async ({ principal: challenge }) => {
        const owner = await api.employees.findByNip(challenge.nip);
        if (owner) await mailEnrolmentCode(api, owner);
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/session/enrolment/mailed-code",
      evenTime: "refusals",
      summary: "Confirms the mailed code: then this login may register an authenticator",
      access,
      body: enrolmentMailRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: challenge, body: { mailedCode: code } }) => {
        await confirmEnrolmentCode(api, { challenge, code });
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/session/enrolment",
      evenTime: "refusals",
      summary: "Registers the authenticator; then the holder logs in again with a code (D-12)",
      access,
      body: enrolmentRequest,
      answers: { 200: recoveryCodesAnswer },
      handle: async ({ principal: challenge, body: proof, request }) => {
        requireConfirmedMail(challenge);
        const origin = originOf(request);
        const recoveryCodes = await finishEnrolment(api, { challenge, ...proof, origin });
        request.note({ outcome: "authenticator-registered" });
        return withCookies(
          ok({ recoveryCodes }),
          clearCookie("login"),
          clearCookie("enrolmentPermit"),
        );
      },
    }),
  ];
}
