/** The holder's own address and number, and changes of them. */
import * as z from "zod";
import { identityProof } from "./confirm-identity.ts";
import { eightDigits } from "./login-requests.ts";

const waiting = z.strictObject({ to: z.string(), effectiveFrom: z.iso.datetime() });

export const contactAnswer = z.strictObject({
  /** Absent when the record has none. */
  email: z.string().exactOptional(),
  /** It is new: no code is mailed to it before, and the address of before hears of the account too. */
  emailCodesFrom: z.iso.datetime().exactOptional(),
  /** Mails to it come back. */
  emailFailed: z.literal(true).exactOptional(),
  phone: z.string().exactOptional(),
  /** A code was asked for at this address and may be typed. */
  codeAt: z.string().exactOptional(),
  /** Changes that wait. */
  change: waiting.exactOptional(),
  phoneChange: waiting.exactOptional(),
});
export type ContactAnswer = z.infer<typeof contactAnswer>;

export const newEmailRequest = identityProof.extend({ email: z.string().trim().min(1).max(254) });

export const newPhoneRequest = identityProof.extend({ phone: z.string().trim().min(1).max(40) });

/** Eight digits of a mail. Blanks are ignored. */
export const mailedCodeRequest = z.strictObject({
  code: eightDigits,
});
