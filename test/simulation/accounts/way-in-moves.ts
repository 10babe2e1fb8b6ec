import { solve } from "../../support/solve-captcha.ts";
import { type Actor, newPassword } from "./actor.ts";
import { atOpen, has, inQr, login, type Move, mailedCode, qr, reset, someone } from "./move.ts";

/** What is begun is mostly gone on with. */
const goingOn = 10;
const unless = (cookie: string) => (actor: Actor) => (has(cookie)(actor) ? 0.7 : 3);
/** Logging in, resetting, enrolling, by whoever is signed in nowhere. */
export const wayIn: Record<string, Move> = {
  "POST /api/session/login": {
    in: "guest",
    weight: unless(login),
    ask: (actor, draw) => ({
      body: {
        nip: someone(actor, draw).nip,
        password: draw.of([...actor.passwords]) ?? newPassword,
      },
    }),
  },
  "POST /api/session/code": {
    in: "guest",
    weight: goingOn,
    when: has(login),
    ask: (actor, draw) => ({ body: { code: draw.of(actor.codes()) ?? "000000" } }),
  },
  "POST /api/session/recovery-code": {
    in: "guest",
    when: has(login),
    ask: (actor, draw) => ({
      body: { recoveryCode: draw.of(actor.recoveryCodes) ?? "7Q2M-K9XD-40TP" },
    }),
    // A slow hash each.
    weight: ({ factor }) => (factor === "recovery-code" ? 1 : 0.1),
  },
  "GET /api/session/captcha": { in: "guest", weight: 0.1, ask: () => ({}) },
  "POST /api/session/reset": {
    in: "guest",
    weight: unless(reset),
    ask: async (actor, draw, browser) => ({
      body: {
        nip: someone(actor, draw).nip,
        captcha: solve((await browser.get("/api/session/captcha")).body),
      },
    }),
  },
  "POST /api/session/reset/email": {
    in: "guest",
    weight: goingOn,
    when: has(reset),
    ask: async (actor, draw) => ({
      body: { email: draw.chance(80) ? (await actor.record()).email : actor.self.email },
    }),
  },
  "POST /api/session/reset/password": {
    in: "guest",
    weight: goingOn,
    when: has(reset),
    ask: (actor) => ({ body: { code: mailedCode(actor, 6), newPassword } }),
  },
  "GET /api/session/enrolment": {
    in: "guest",
    weight: goingOn,
    when: has(login),
    ask: () => ({}),
    learn: (actor, { body: { secret } }) => {
      if (typeof secret === "string") actor.keys.add(secret);
    },
  },
  "POST /api/session/enrolment/mail": {
    in: "guest",
    when: has(login),
    ask: () => ({}),
  },
  "POST /api/session/enrolment/mailed-code": {
    in: "guest",
    weight: 3,
    when: has(login),
    ask: (actor) => ({ body: { mailedCode: mailedCode(actor, 8) } }),
  },
  "POST /api/session/enrolment": {
    in: "guest",
    weight: goingOn,
    when: (actor) => has(login)(actor) && actor.keys.size > 1,
    ask: (actor) => ({ body: { code: actor.codes().at(-1) ?? "000000", deviceName: "HP" } }),
  },
  "POST /api/session/qr": {
    in: "guest",
    weight: atOpen,
    ask: () => ({ body: { language: "id" } }),
  },
  "POST /api/session/qr/take": {
    in: "guest",
    weight: inQr,
    when: has(qr),
    ask: () => ({}),
    learn: (actor, { body: { number } }) => {
      if (typeof number === "number") actor.qrNumber = String(number);
    },
  },
  "POST /api/account/link/look": link(0.2),
  "POST /api/account/link": link(0.5),
  "POST /api/session/logout": { in: "guest", weight: 0.1, ask: () => ({}) },
};

function link(weight: number): Move {
  return {
    in: "guest",
    weight,
    when: (actor) => actor.mails().some((mail) => mail.link),
    ask: (actor, draw) => ({
      body: { secret: draw.of(actor.mails().flatMap((mail) => mail.link ?? [])) ?? "" },
    }),
  };
}
