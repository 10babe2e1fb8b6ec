import { newPassword } from "#shared/account/new-password.ts";
import { noContent, withCookies } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type ChangePassword, changePassword } from "#shared/session/change-password.ts";
import { identityProof } from "#shared/session/confirm-identity.ts";
import { setCookie } from "#shared/session/cookies.ts";
import { type Devices, keepDevice } from "#shared/session/device.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

/** The dependencies of the route of the own password. */
export interface PasswordApi extends ChangePassword, Pick<Devices, "devices" | "deviceDays"> {
  readonly sessions: AskSession["sessions"] & ChangePassword["sessions"];
  readonly employees: AskSession["employees"];
}

/** The own password, on the page «Akun». */
export function passwordRoutes(api: PasswordApi) {
  return [
    route({
      method: "POST",
      path: "/api/account/password",
      summary: "Sets another password, with the present one and a code; all other sessions end",
      access: holder(api),
      body: identityProof.extend({ newPassword }),
      answers: { 204: "nothing" },
      handle: async ({ principal: who, body: { newPassword, ...proof }, request }) => {
        const { secret, session } = await changePassword(api, request, { who, proof, newPassword });
        request.note({ outcome: "password-changed" });
        const kept = { nip: who.employee.nip, keptAt: session.startedAt };
        return withCookies(
          noContent(),
          setCookie("session", secret),
          await keepDevice(api, request, kept),
        );
      },
    }),
  ];
}
