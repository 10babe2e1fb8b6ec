import { type CancelMfaReset, cancelMfaReset } from "#shared/account/cancel-mfa-reset.ts";
import { noContent, ok, withCookies } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { route } from "#shared/http/route.ts";
import { authenticatorAnswer } from "#shared/session/account-answers.ts";
import { identityProof } from "#shared/session/confirm-identity.ts";
import { clearCookie, setCookie } from "#shared/session/cookies.ts";
import { keepDevice } from "#shared/session/device.ts";
import { recoveryCodesAnswer } from "#shared/session/login-answers.ts";
import {
  makeRecoveryCodes,
  type RenewAuthenticator,
  replaceAuthenticator,
  tellAuthenticator,
} from "#shared/session/renew-authenticator.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

/** The dependencies of the routes of the own authenticator. */
export interface AuthenticatorApi extends RenewAuthenticator {
  readonly accountRecords: RenewAuthenticator["accountRecords"] & CancelMfaReset["accountRecords"];
  readonly sessions: AskSession["sessions"] & RenewAuthenticator["sessions"];
  readonly employees: AskSession["employees"];
  readonly deviceDays: number;
}

/** The own authenticator, on the page «Akun». Long: a table, one entry for each route. */
export function authenticatorRoutes(api: AuthenticatorApi) {
  const access = holder(api);
  return [
    route({
      method: "GET",
      path: "/api/account/authenticator",
      summary:
        "Since when the own authenticator is registered, and how many recovery codes are left",
      access,
      answers: { 200: authenticatorAnswer },
      handle: async ({ principal: { employeeId } }) => ok(await tellAuthenticator(api, employeeId)),
    }),
    route({
      method: "POST",
      path: "/api/account/recovery-codes",
      summary: "Ten new recovery codes in place of all earlier ones, with password and code",
      access,
      body: identityProof,
      answers: { 200: recoveryCodesAnswer },
      handle: async ({ principal: { employee }, body: proof, request }) =>
        ok({ recoveryCodes: await makeRecoveryCodes(api, request, { employee, proof }) }),
    }),
    route({
      method: "POST",
      path: "/api/account/authenticator/replace",
      summary:
        "Takes the authenticator away, so that this browser registers another; all sessions end",
      access,
      body: identityProof,
      answers: { 204: "nothing" },
      handle: async ({ principal: { employee }, body: proof, request }) => {
        const permit = await replaceAuthenticator(api, request, { employee, proof });
        const keptAt = api.clock.now().toISOString();
        return withCookies(
          noContent(),
          setCookie("enrolmentPermit", permit),
          await keepDevice(api, request, { nip: employee.nip, keptAt }),
          clearCookie("session"),
        );
      },
    }),
    route({
      method: "POST",
      path: "/api/account/mfa-reset/cancel",
      summary: "Stops a reset of the own authenticator that officers asked for",
      access,
      answers: { 200: authenticatorAnswer },
      handle: async ({ principal: { employeeId: id }, request }) => {
        if (
          await cancelMfaReset(api, { id, by: { role: "holder", id }, origin: originOf(request) })
        )
          request.note({ outcome: "mfa-reset-cancelled" });
        return ok(await tellAuthenticator(api, id));
      },
    }),
  ];
}
