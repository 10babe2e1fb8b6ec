import { qrSecretOf } from "#shared/session/qr-login.ts";
import { type Actor, newPassword } from "./actor.ts";
import { atOpen, type Draw, has, inQr, type Move, mailedCode, nothing, proof, qr } from "./move.ts";

const qrSecret = ({ guest }: Actor) => qrSecretOf(guest.cookies.get(qr) ?? "");
const newEmail = (actor: Actor, draw: Draw) => ({
  body: { ...proof(actor, draw), email: actor.address },
});

/** What somebody who is signed in does with an account. */
export const holders: Record<string, Move> = {
  "GET /api/session": nothing,
  "GET /api/account/sessions": nothing,
  "GET /api/account/history": nothing,
  "POST /api/account/sessions/end": {
    ...nothing,
    ask: () => ({ body: { id: "0123456789abcdef" } }),
  },
  "POST /api/account/sessions/end-others": nothing,
  "GET /api/account/authenticator": nothing,
  // Ten slow hashes where the proof is right, so seldom.
  "POST /api/account/recovery-codes": {
    in: "signed-in",
    weight: 0.1,
    ask: (actor, draw) => ({ body: proof(actor, draw) }),
    learn: (actor, { body: { recoveryCodes } }) => {
      if (Array.isArray(recoveryCodes)) actor.recoveryCodes.push(...recoveryCodes.map(String));
    },
  },
  "POST /api/account/authenticator/replace": {
    in: "signed-in",
    weight: 0.1,
    ask: (actor, draw) => ({ body: proof(actor, draw) }),
  },
  "POST /api/account/password": {
    in: "signed-in",
    weight: atOpen,
    ask: (actor, draw) => ({ body: { ...proof(actor, draw), newPassword } }),
  },
  "POST /api/account/freeze": nothing,
  "POST /api/account/mfa-reset/cancel": nothing,
  "GET /api/account/contact": nothing,
  "POST /api/account/email": { in: "signed-in", weight: atOpen, ask: newEmail },
  "POST /api/account/email/code": nothing,
  "POST /api/account/email/confirm": {
    in: "signed-in",
    weight: 2,
    when: (actor) => actor.mails().some(({ about }) => about === "new-email"),
    ask: (actor) => ({ body: { code: mailedCode(actor, 8) } }),
  },
  "POST /api/account/email/cancel": nothing,
  // A number opens nothing: no code is ever sent to one.
  "POST /api/account/mails": nothing,
  "POST /api/account/phone": nothing,
  "POST /api/account/phone/cancel": nothing,
  "POST /api/account/qr/scan": {
    in: "signed-in",
    weight: inQr,
    when: has(qr),
    ask: (actor) => ({ body: { secret: qrSecret(actor) } }),
  },
  "POST /api/account/qr/approve": {
    in: "signed-in",
    weight: inQr,
    when: has(qr),
    ask: (actor, draw) => ({
      body: {
        secret: qrSecret(actor),
        number: actor.qrNumber,
        code: draw.of(actor.codes()) ?? "000000",
      },
    }),
  },
  "POST /api/account/qr/refuse": {
    in: "signed-in",
    weight: 0.1,
    when: has(qr),
    ask: (actor) => ({ body: { secret: qrSecret(actor) } }),
  },
};
