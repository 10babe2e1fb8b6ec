import { created, ok, withCookies } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { anyone, route } from "#shared/http/route.ts";
import { qrCodes } from "#shared/rate-limit/limits.ts";
import { clearCookie, readCookie, setCookie } from "#shared/session/cookies.ts";
import { drawLoginQr } from "#shared/session/draw-login-qr.ts";
import { qrCodeAnswer, qrCodeRequest, qrStandingAnswer } from "#shared/session/qr-answers.ts";
import { newQrLogin, qrLoginIdOf, qrSecretOf, secondsLeft } from "#shared/session/qr-login.ts";
import { atQrLogin } from "#shared/session/require-qr-login.ts";
import { findSession } from "#shared/session/require-session.ts";
import { takeQrLogin } from "#shared/session/take-qr-login.ts";
import type { SessionApi } from "./session-api.ts";
import { describe } from "./signed-in-routes.ts";

/**
 * The computer's side of a login by QR: it shows a code, and takes its session when a phone has approved (decision 0035).
 * Long: a table, one entry for each route.
 */
export function qrLoginRoutes(api: SessionApi) {
  return [
    route({
      method: "POST",
      path: "/api/session/qr",
      summary: "A code for a phone to scan; the one that this browser showed before is over",
      access: anyone,
      body: qrCodeRequest,
      answers: { 201: qrCodeAnswer },
      handle: async ({ body: { language }, request }) => {
        const now = api.clock.now();
        await api.limits.count(qrCodes, request.network, now);
        const before = readCookie("qr", request);
        if (before) await api.qrLogins.end(qrLoginIdOf(before), "replaced", now);
        const { browserSecret, login } = newQrLogin(originOf(request), now);
        await api.qrLogins.add(login);
        const page = `${api.siteUrl}${language === "en" ? "/en" : ""}/qr`;
        const qr = await drawLoginQr(`${page}#${qrSecretOf(browserSecret)}`);
        const answer = { id: login.id, qr, secondsLeft: secondsLeft(login, now) };
        return withCookies(created(answer), setCookie("qr", browserSecret));
      },
    }),
    route({
      method: "POST",
      path: "/api/session/qr/take",
      summary: "How the code of this browser stands; brings the session once a phone has approved",
      access: atQrLogin(api),
      answers: { 200: qrStandingAnswer },
      handle: async ({ principal: login, request }) => {
        const now = api.clock.now();
        const taken = await takeQrLogin(api, login);
        const { id, number } = login;
        if (typeof taken === "string")
          return ok({
            id,
            state: taken,
            secondsLeft: secondsLeft(login, now),
            ...(taken === "scanned" && { number }),
          });
        const { secret, session, employee } = taken;
        request.note({ actor: employee.id, outcome: "signed-in-by-qr" });
        const before = await findSession(api, request);
        if (before) await api.sessions.remove(before);
        const answer = await describe(api, session, employee);
        return withCookies(
          ok({ id, state: "done" as const, secondsLeft: 0, session: answer }),
          setCookie("session", secret),
          clearCookie("qr"),
        );
      },
    }),
  ];
}
