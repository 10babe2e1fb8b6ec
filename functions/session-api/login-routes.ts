import { noContent, ok, withCookies } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { anyone, route } from "#shared/http/route.ts";
import { answerCode } from "#shared/session/answer-code.ts";
import { clearCookie, readCookie, setCookie } from "#shared/session/cookies.ts";
import { keepDevice, visitorOf } from "#shared/session/device.ts";
import { loginAnswer, sessionAnswer } from "#shared/session/login-answers.ts";
import { codeRequest, loginRequest, recoveryCodeRequest } from "#shared/session/login-requests.ts";
import { recoverLogin } from "#shared/session/recover-login.ts";
import { atChallenge } from "#shared/session/require-challenge.ts";
import { findSession } from "#shared/session/require-session.ts";
import { signIn } from "#shared/session/sign-in.ts";
import type { SessionApi } from "./session-api.ts";
import { describe } from "./signed-in-routes.ts";

/** Password, then the code of an authenticator. Long: a table, one entry for each route. */
export function loginRoutes(api: SessionApi) {
  return [
    route({
      method: "POST",
      path: "/api/session/login",
      evenTime: "refusals",
      summary: "The first factor; a refusal never says which part was wrong",
      access: anyone,
      body: loginRequest,
      answers: { 200: loginAnswer },
      handle: async ({ body, request }) => {
        request.note({ nip: body.nip });
        const { next, secret } = await signIn(api, {
          ...body,
          ...(await visitorOf(api, request, body.nip)),
          enrolmentPermit: readCookie("enrolmentPermit", request),
        });
        request.note({ outcome: "password-accepted" });
        const serverTime = api.clock.now().toISOString();
        return withCookies(ok({ next, serverTime }), setCookie("login", secret));
      },
    }),
    route({
      method: "POST",
      path: "/api/session/code",
      evenTime: "refusals",
      summary: "The second factor: a code of the authenticator",
      access: atChallenge(api, "code"),
      body: codeRequest,
      answers: { 200: sessionAnswer },
      handle: async ({ principal: challenge, body: { code }, request }) => {
        const visitor = await visitorOf(api, request, challenge.nip);
        const { secret, session, employee } = await answerCode(api, {
          ...{ challenge, code, visitor },
          origin: originOf(request),
        });
        request.note({ actor: employee.id, outcome: "signed-in" });
        const before = await findSession(api, request);
        if (before) await api.sessions.remove(before);
        return withCookies(
          ok(await describe(api, session, employee)),
          setCookie("session", secret),
          await keepDevice(api, request, { nip: challenge.nip, keptAt: session.startedAt }),
          clearCookie("login"),
        );
      },
    }),
    route({
      method: "POST",
      path: "/api/session/recovery-code",
      evenTime: "refusals",
      summary: "A lost phone: a recovery code deletes the authenticator, and signs nobody in",
      access: atChallenge(api, "code"),
      body: recoveryCodeRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: challenge, body: { recoveryCode }, request }) => {
        const visitor = await visitorOf(api, request, challenge.nip);
        const asked = { challenge, code: recoveryCode, visitor, origin: originOf(request) };
        const { permit, owner } = await recoverLogin(api, asked);
        request.note({ actor: owner.id, outcome: "recovery-code-used" });
        // Who has password and recovery code is no stranger: see the reset of a password.
        const keptAt = api.clock.now().toISOString();
        return withCookies(
          noContent(),
          setCookie("enrolmentPermit", permit),
          await keepDevice(api, request, { nip: challenge.nip, keptAt }),
          clearCookie("login"),
          clearCookie("session"),
        );
      },
    }),
  ];
}
