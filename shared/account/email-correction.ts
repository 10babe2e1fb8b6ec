/** The rules of an address that takes two people (decision 0036). */
import * as z from "zod";
import type { AccountSummary } from "./account-record.ts";

/** What an approval about an address holds as `old` and `new`. The first address of a record has no old one. */
export const formerEmail = z.object({ email: z.string().optional() });
export const emailCorrection = z.object({ email: z.string() });

/** Whether the mailbox is enough to get in: with its code a password is set and an authenticator registered, as none counts. */
export function isOpenToMailbox(
  account: Pick<AccountSummary, "state" | "mfaReset"> | undefined,
): boolean {
  return account?.state !== "ready" || account.mfaReset !== undefined;
}
