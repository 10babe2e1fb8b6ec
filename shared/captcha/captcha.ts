/** What a browser is asked, and what it answers. */
import * as z from "zod";

/** What a browser is asked to do: find n in [0, maxNumber] whose derivation, 16 bytes in hex, is the challenge. */
export const workChallenge = z.strictObject({
  algorithm: z.literal("PBKDF2-SHA-256"),
  salt: z.string(),
  iterations: z.int(),
  challenge: z.string(),
  maxNumber: z.int(),
  /** The answer sends it back unchanged. */
  token: z.string(),
});
export type WorkChallenge = z.infer<typeof workChallenge>;

export const workAnswer = z.strictObject({
  token: z.string().max(400),
  number: z.int().nonnegative(),
});
export type WorkAnswer = z.infer<typeof workAnswer>;

export const captchaChallenge = z.strictObject({
  /** Absent while many answers come from this network: then only work counts. PNG in base64. */
  image: z.strictObject({ token: z.string(), png: z.string() }).exactOptional(),
  /** The way without an image. */
  work: workChallenge,
});
export type CaptchaChallenge = z.infer<typeof captchaChallenge>;

/** One of the two answers, within five minutes, from where it was asked; case does not matter. */
export const captchaAnswer = z.union([
  z.strictObject({ token: z.string().max(400), text: z.string().max(20) }),
  workAnswer,
]);
export type CaptchaAnswer = z.infer<typeof captchaAnswer>;
