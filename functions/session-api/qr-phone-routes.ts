import type { AccountHistory } from "#shared/account/account-history.ts";
import type { LoginGuard } from "#shared/account/login-guard.ts";
import type { OwnCheck } from "#shared/account/weigh-code.ts";
import { noContent, ok } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { route } from "#shared/http/route.ts";
import { type Devices, visitorOf } from "#shared/session/device.ts";
import { qrApproveRequest, qrScanAnswer, qrScanRequest } from "#shared/session/qr-answers.ts";
import { isElsewhere, type QrLogins, secondsLeft, standingOf } from "#shared/session/qr-login.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import { approveQr, refuseQr, scanQr } from "#shared/session/scan-qr.ts";
import { endsOf } from "#shared/session/session.ts";
import type { Sessions } from "#shared/session/sessions.ts";

/** The dependencies of the phone's side of a login by QR. */
export interface QrPhoneApi
  extends AskSession,
    LoginGuard,
    Pick<OwnCheck, "accountRecords" | "authenticatorKey">,
    Omit<Devices, "deviceDays"> {
  readonly sessions: Pick<Sessions, "find" | "touch" | "findAccount">;
  readonly qrLogins: Pick<QrLogins, "find" | "scan" | "approve" | "end">;
  readonly accountHistory: Pick<AccountHistory, "note">;
}

/** The phone's side of a login by QR (decision 0035). Long: a table, one entry for each route. */
export function qrPhoneRoutes(api: QrPhoneApi) {
  return [
    route({
      method: "POST",
      path: "/api/account/qr/scan",
      summary: "Whose code was scanned; asked again by the same phone, how it stands",
      access: holder(api),
      body: qrScanRequest,
      answers: { 200: qrScanAnswer },
      handle: async ({ principal: { session }, body: { secret }, request }) => {
        const now = api.clock.now();
        const login = await scanQr(api, { secret, session }, now);
        return ok({
          state: standingOf(login, now),
          secondsLeft: secondsLeft(login, now),
          askedAt: login.startedAt,
          origin: login.origin,
          elsewhere: isElsewhere(login.origin, originOf(request)),
          endsAt: endsOf(session).endsAt.toISOString(),
        });
      },
    }),
    route({
      method: "POST",
      path: "/api/account/qr/approve",
      summary: "Lets the computer in, with the number it shows and a code of the authenticator",
      access: holder(api),
      body: qrApproveRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: { session, employee }, body, request }) => {
        const visitor = await visitorOf(api, request, employee.nip);
        await approveQr(api, { ...body, session, employeeId: employee.id, visitor });
        request.note({ outcome: "qr-approved" });
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/account/qr/refuse",
      summary: "«Bukan saya»: ends the code that this phone scanned",
      access: holder(api),
      body: qrScanRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: { session, employeeId }, body: { secret }, request }) => {
        await refuseQr(api, { secret, session, employeeId });
        request.note({ outcome: "qr-refused" });
        return noContent();
      },
    }),
  ];
}
