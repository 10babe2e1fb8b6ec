/** The holder's own address, and a change of it. */
import * as z from "zod";
import { identityProof } from "./confirm-identity.ts";
import { eightDigits } from "./login-requests.ts";

export const contactAnswer = z.strictObject({
  email: z.string(),
  /** Mails to it come back. */
  emailFailed: z.literal(true).exactOptional(),
  phone: z.string().exactOptional(),
  /** A code was asked for at this address and may be typed. */
  codeAt: z.string().exactOptional(),
  /** A change that waits. */
  change: z.strictObject({ to: z.string(), effectiveFrom: z.iso.datetime() }).exactOptional(),
});
export type ContactAnswer = z.infer<typeof contactAnswer>;

export const newEmailRequest = identityProof.extend({ email: z.string().trim().min(1).max(254) });

/** Eight digits of a mail. Blanks are ignored. */
export const mailedCodeRequest = z.strictObject({
  code: eightDigits,
});
