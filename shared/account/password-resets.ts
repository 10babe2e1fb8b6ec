import * as z from "zod";
import type { Nip } from "#shared/employee/nip.ts";

/** A reset request to look up, after it has been answered: the id of its auth challenge. */
export const resetMessage = z.strictObject({ challengeId: z.string() });
export type ResetMessage = Readonly<z.infer<typeof resetMessage>>;

/** Resets: the mailed code, and the password that is set with it. */
export interface PasswordResets {
  /**
   * Mails a reset code to the record's e-mail, which it first writes into the account.
   * @returns "no-account" when the account is missing or disabled; "too-many-mails" when Cognito sends it no more mails in this
   * hour: a retry of ours would come too early
   * @throws Busy when the mail could not be sent now; TooManyRequestsException; for the queue to try later
   */
  sendResetCode(nip: Nip, email: string): Promise<"code-sent" | "no-account" | "too-many-mails">;
  /**
   * Refuses a code that was mailed to nobody. Cognito is asked about a name that nobody has, so that the answer takes as long as
   * any other; the true name must not be asked about, because Cognito lets a user «request or enter a password reset code»
   * 5 to 20 times an hour (Amazon Cognito Developer Guide, «Forgot password behavior»), and strangers would use these up.
   * Each challenge has a name of its own, so that no limit of Cognito's is used up.
   * @throws Unauthenticated `reset-code-refused`
   */
  refuseReset(challengeId: string, code: string, newPassword: string): Promise<never>;
  /** @throws Unauthenticated `reset-code-refused`: wrong, used, expired, nobody's; TooManyAttempts in this hour, by Cognito's count */
  resetPassword(nip: Nip, code: string, newPassword: string): Promise<void>;
}

/** Resets whose number and e-mail are looked up after the request was answered. */
export interface ResetRequests {
  send(message: ResetMessage): Promise<void>;
}
