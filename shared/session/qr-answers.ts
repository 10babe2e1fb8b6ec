/** What a login by QR takes from its two pages, and tells them. */
import * as z from "zod";
import { origin } from "#shared/audit/origin.ts";
import { sessionAnswer } from "./login-answers.ts";
import { sixDigits } from "./login-requests.ts";
import { qrLoginStandings } from "./qr-login.ts";

export const qrCodeRequest = z.strictObject({
  /** Of the page that the phone opens. */
  language: z.enum(["id", "en"]),
});

const secret = z.string().regex(/^[\w-]{22}$/);
export const qrScanRequest = z.strictObject({ secret });
export const qrApproveRequest = z.strictObject({
  secret,
  /** As the computer shows it. */
  number: z
    .string()
    .max(10)
    .transform((text) => text.replaceAll(/\s/g, ""))
    .pipe(z.string().regex(/^\d{2}$/, "number-malformed"))
    .transform(Number),
  code: sixDigits,
});

const state = z.enum(qrLoginStandings);
/** Whole seconds until the present state is over, by the server's clock. */
const secondsLeft = z.int();

export const qrCodeAnswer = z.strictObject({
  /** Which code it is, for a page to notice that another tab of its browser has asked for a newer one. No secret. */
  id: z.string(),
  /** As an SVG document. */
  qr: z.string(),
  secondsLeft,
});
export type QrCodeAnswer = z.infer<typeof qrCodeAnswer>;

export const qrStandingAnswer = z.strictObject({
  id: z.string(),
  state,
  secondsLeft,
  /** While `scanned`: to be typed on the phone. */
  number: z.int().optional(),
  /** With the one `done` that brings the session's cookie. */
  session: sessionAnswer.optional(),
});
export type QrStandingAnswer = z.infer<typeof qrStandingAnswer>;

export const qrScanAnswer = z.strictObject({
  state,
  secondsLeft,
  /** When the computer asked, and what is known of it. */
  askedAt: z.iso.datetime(),
  origin,
  /** The computer seems to be in another country or region than the phone. */
  elsewhere: z.boolean(),
  /** When the computer's session would end at the latest. */
  endsAt: z.iso.datetime(),
});
export type QrScanAnswer = z.infer<typeof qrScanAnswer>;
