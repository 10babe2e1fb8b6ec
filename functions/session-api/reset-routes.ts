import { captchaChallenge } from "#shared/captcha/captcha.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import { noContent, ok, withCookies } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { anyone, route } from "#shared/http/route.ts";
import { clearCookie, setCookie } from "#shared/session/cookies.ts";
import { keepDevice, knownDevice } from "#shared/session/device.ts";
import { resetAnswer } from "#shared/session/login-answers.ts";
import {
  resetCheckRequest,
  resetEmailRequest,
  resetPasswordRequest,
} from "#shared/session/login-requests.ts";
import { openEnrolment } from "#shared/session/open-enrolment.ts";
import { requestResetCode } from "#shared/session/request-reset-code.ts";
import { atChallenge } from "#shared/session/require-challenge.ts";
import { resetPassword } from "#shared/session/reset-password.ts";
import { startReset } from "#shared/session/start-reset.ts";
import { dropTabSecret, keepTabSecret, ofTab } from "#shared/session/tab-secrets.ts";
import type { SessionApi } from "./session-api.ts";

/**
 * A reset (the first one activates the account): captcha, e-mail, then the mailed code with the new password.
 * Long: a table, one entry for each route.
 */
export function resetRoutes(api: SessionApi) {
  return [
    route({
      method: "GET",
      path: "/api/session/captcha",
      summary: "A captcha, to be answered by its text or by work",
      access: anyone,
      answers: { 200: captchaChallenge },
      handle: async ({ request: { network } }) =>
        ok(await issueCaptcha(api, { purpose: "reset", network })),
    }),
    route({
      method: "POST",
      path: "/api/session/reset",
      evenTime: "always",
      summary: "«Check»: begins a reset, always alike",
      access: anyone,
      query: ofTab,
      body: resetCheckRequest,
      answers: { 204: "nothing" },
      handle: async ({ body, request }) => {
        request.note({ nip: body.nip });
        const secret = await startReset(api, { ...body, network: request.network });
        request.note({ outcome: "reset-started" });
        return withCookies(noContent(), keepTabSecret("reset", request, secret));
      },
    }),
    route({
      method: "POST",
      path: "/api/session/reset/email",
      evenTime: "always",
      summary: "«Kirim»: asks for a code by mail, always alike",
      access: atChallenge(api, "reset"),
      query: ofTab,
      body: resetEmailRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: challenge, body: { email }, request }) => {
        await requestResetCode(api, { challenge, email });
        request.note({ outcome: "reset-code-requested" });
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/session/reset/password",
      evenTime: "refusals",
      summary: "Sets the password with the mailed code",
      access: atChallenge(api, "reset"),
      query: ofTab,
      body: resetPasswordRequest,
      answers: { 200: resetAnswer },
      handle: async ({ principal: challenge, body, request }) => {
        const { permit, employee } = await resetPassword(api, {
          ...{ challenge, ...body },
          device: await knownDevice(api, request, challenge.nip),
          origin: originOf(request),
        });
        request.note({ outcome: "password-changed" });
        // Who reads the account's mail is no stranger, so this browser becomes a known device and can log in while strangers guess.
        // It is stored after the moment of the reset, because all devices from before it are forgotten.
        const keptAt = api.clock.now().toISOString();
        const enrolment =
          employee && (await openEnrolment(api, { owner: employee, password: body.newPassword }));
        return withCookies(
          ok(enrolment ? enrolmentNext : loginNext),
          setCookie("enrolmentPermit", permit),
          enrolment ? setCookie("login", enrolment) : clearCookie("login"),
          await keepDevice(api, request, { nip: challenge.nip, keptAt }),
          dropTabSecret("reset", request),
          clearCookie("session"),
        );
      },
    }),
  ];
}

const enrolmentNext = { next: "enrolment" } as const;
const loginNext = { next: "login" } as const;
