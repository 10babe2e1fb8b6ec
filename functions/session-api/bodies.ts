/** What the routes of session-api are sent. */
import * as z from "zod";
import { captchaAnswer } from "#shared/captcha/redeem-captcha.ts";
import { workAnswer } from "#shared/captcha/work-challenge.ts";
import { parseNip } from "#shared/employee/nip.ts";
import { maxDeviceName } from "#shared/session/device-name.ts";
import { asPassword, maxPasswordLength } from "#shared/session/password-rules.ts";

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

export const login = z.strictObject({
  nip,
  password: z.string().min(1).max(maxPasswordLength).transform(asPassword),
  work: workAnswer.optional(),
});

export const code = z.strictObject({ code: sixDigits });

export const enrolment = z.strictObject({
  code: sixDigits,
  deviceName: z.string().trim().min(1).max(maxDeviceName).regex(noControls),
});

export const resetCheck = z.strictObject({ nip, captcha: captchaAnswer });

/** Not more than the shape of an address: what it is compared with is the record's. */
export const resetEmail = z.strictObject({ email: z.string().trim().min(1).max(254) });

export const resetPassword = z.strictObject({
  code: sixDigits,
  newPassword: z.string().min(1).max(maxPasswordLength).regex(noControls).transform(asPassword),
});
