/** What is sent on the way in: to log in, to register an authenticator, to set a password. */
import * as z from "zod";
import { maxDeviceName } from "#shared/account/device-name.ts";
import { asPassword, maxPasswordLength } from "#shared/account/password-rules.ts";
import { captchaAnswer, workAnswer } from "#shared/captcha/captcha.ts";
import { parseNip } from "#shared/employee/nip.ts";

/** Says nothing about whether anybody has the number: only that it cannot be one. */
const nip = z
  .string()
  .max(40)
  .transform((text, context) => {
    const parsed = parseNip(text);
    if (parsed) return parsed;
    context.addIssue({ code: "custom", message: "nip-malformed" });
    return z.NEVER;
  });
/** An authenticator's, or a mailed one. Blanks are forgiven: apps show codes in groups of three. */
const sixDigits = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "code-malformed"));
/** Cognito takes no line breaks, and nobody means them. */
const noControls = /^\P{Cc}*$/u;

export const loginRequest = z.strictObject({
  nip,
  password: z.string().min(1).max(maxPasswordLength).transform(asPassword),
  work: workAnswer.optional(),
});
export type LoginRequest = z.input<typeof loginRequest>;

export const codeRequest = z.strictObject({ code: sixDigits });
export type CodeRequest = z.input<typeof codeRequest>;

export const enrolmentRequest = z.strictObject({
  code: sixDigits,
  deviceName: z.string().trim().min(1).max(maxDeviceName).regex(noControls),
});
export type EnrolmentRequest = z.input<typeof enrolmentRequest>;

export const resetCheckRequest = z.strictObject({ nip, captcha: captchaAnswer });
export type ResetCheckRequest = z.input<typeof resetCheckRequest>;

/** Not more than the shape of an address: what it is compared with is the record's. */
export const resetEmailRequest = z.strictObject({ email: z.string().trim().min(1).max(254) });
export type ResetEmailRequest = z.input<typeof resetEmailRequest>;

export const resetPasswordRequest = z.strictObject({
  code: sixDigits,
  newPassword: z.string().min(1).max(maxPasswordLength).regex(noControls).transform(asPassword),
});
export type ResetPasswordRequest = z.input<typeof resetPasswordRequest>;
