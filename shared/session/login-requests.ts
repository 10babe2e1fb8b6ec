/** The requests before a session: login, registration of an authenticator, new password. */
import * as z from "zod";
import { maxDeviceName } from "#shared/account/device-name.ts";
import { newPassword, noControls } from "#shared/account/new-password.ts";
import { asPassword, maxPasswordLength } from "#shared/account/password-rules.ts";
import { isRecoveryCode } from "#shared/account/recovery-code-shape.ts";
import { captchaAnswer, workAnswer } from "#shared/captcha/captcha.ts";
import { parseNip } from "#shared/employee/nip.ts";

/** Refuses only texts that are no NIP. It does not show whether anybody has the number. */
const nip = z
  .string()
  .max(40)
  .transform((text, context) => {
    const parsed = parseNip(text);
    if (parsed) return parsed;
    context.addIssue({ code: "custom", message: "nip-malformed" });
    return z.NEVER;
  });
/** A code of an authenticator or a mail. Blanks are ignored, because apps show codes in groups of three. */
export const sixDigits = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "code-malformed"));
/** A code of ours that was mailed. */
export const eightDigits = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{8}$/, "mailed-code-malformed"));

export const loginRequest = z.strictObject({
  nip,
  password: z.string().min(1).max(maxPasswordLength).transform(asPassword),
  work: workAnswer.optional(),
});
export type LoginRequest = z.input<typeof loginRequest>;

export const codeRequest = z.strictObject({ code: sixDigits });

/** As it was typed: blanks, dashes and confusable letters do not matter. */
export const recoveryCodeRequest = z.strictObject({
  recoveryCode: z.string().max(40).refine(isRecoveryCode, "recovery-code-malformed"),
});

export const enrolmentMailRequest = z.strictObject({ mailedCode: eightDigits });

export const enrolmentRequest = z.strictObject({
  code: sixDigits,
  deviceName: z.string().trim().min(1).max(maxDeviceName).regex(noControls),
});

export const resetCheckRequest = z.strictObject({ nip, captcha: captchaAnswer });

/** Any short text: it is compared with the address of the record. */
export const resetEmailRequest = z.strictObject({ email: z.string().trim().min(1).max(254) });

export const resetPasswordRequest = z.strictObject({
  code: sixDigits,
  newPassword,
});
