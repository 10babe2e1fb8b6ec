import {
  closeOwnNip,
  type OwnQr,
  openOwnNip,
  pauseOwnQr,
  replaceOwnQr,
  resumeOwnQr,
} from "#shared/card/own-qr.ts";
import { qrAnswer, qrRequest, tellQr } from "#shared/card/qr-answers.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";

export interface QrApi extends AskSession, OwnQr {
  readonly employees: AskSession["employees"] & OwnQr["employees"];
}

/** The QR of the own card: what a holder does whose card was lost or copied. Long: a table, one entry for each route. */
export function qrRoutes(api: QrApi) {
  const access = holder(api);
  const answers = { 200: qrAnswer } as const;
  const { clock } = api;
  return [
    route({
      method: "GET",
      path: "/api/me/card/qr",
      summary:
        "Whether the QR of the own card is paused, and since when; until when its checks show the whole NIP",
      access,
      answers,
      handle: async ({ principal: { employee } }) => ok(tellQr(employee, clock.now())),
    }),
    route({
      method: "POST",
      path: "/api/me/card/qr/replace",
      summary: "«Ganti QR»: the old one is never valid again; 409 no-qr, 429 after three a day",
      access,
      body: qrRequest,
      answers,
      handle: async ({ principal: { employee }, body: { requestId }, request }) => {
        const after = await replaceOwnQr(api, { employee, requestId });
        request.note({ outcome: "card-qr-replaced" });
        return ok(tellQr(after, clock.now()));
      },
    }),
    route({
      method: "POST",
      path: "/api/me/card/qr/pause",
      summary: "«Jeda QR»: each check answers «ditangguhkan» until it is resumed; 409 no-qr",
      access,
      answers,
      handle: async ({ principal: { employee }, request }) => {
        const after = await pauseOwnQr(api, employee);
        request.note({ outcome: "card-qr-paused" });
        return ok(tellQr(after, clock.now()));
      },
    }),
    route({
      method: "POST",
      path: "/api/me/card/qr/resume",
      summary: "«Aktifkan lagi»; 409 no-qr, 429 after ten a day",
      access,
      answers,
      handle: async ({ principal: { employee }, request }) => {
        const after = await resumeOwnQr(api, employee);
        request.note({ outcome: "card-qr-resumed" });
        return ok(tellQr(after, clock.now()));
      },
    }),
    route({
      method: "POST",
      path: "/api/me/card/nip/open",
      summary:
        "«Buka NIP satu jam»: each check shows the whole NIP until then; 409 no-qr, 429 after ten a day",
      access,
      answers,
      handle: async ({ principal: { employee }, request }) => {
        const after = await openOwnNip(api, employee);
        request.note({ outcome: "card-nip-opened" });
        return ok(tellQr(after, clock.now()));
      },
    }),
    route({
      method: "POST",
      path: "/api/me/card/nip/close",
      summary: "«Samarkan lagi»: each check masks the NIP again; 409 no-qr",
      access,
      answers,
      handle: async ({ principal: { employee }, request }) => {
        const after = await closeOwnNip(api, employee);
        request.note({ outcome: "card-nip-closed" });
        return ok(tellQr(after, clock.now()));
      },
    }),
  ];
}
