/** What is noted of accounts. The pages read this file, so it imports nothing. */

/** Days before the end of the own contract on which its holder is warned, once each, the first one first (decision 0089). */
export const warnedBefore = [90, 30, 7] as const;
export const contractWarnings = [
  "contract-ends-in-90",
  "contract-ends-in-30",
  "contract-ends-in-7",
] as const satisfies readonly `contract-ends-in-${(typeof warnedBefore)[number]}`[];

/** Of leave (decision 0098): the end of a CLTN before it and after it, days that others have changed, and one that waits for who decides. */
export const leaveNotices = [
  "cltn-ends-soon",
  "cltn-over",
  "leave-changed",
  "leave-waiting",
] as const;

/** Of letters (decision 0119): one waits for who signs, one about the reader is signed, or it is withdrawn or will not come. */
export const letterNotices = ["letter-waiting", "letter-signed", "letter-ended"] as const;

/** What can happen to an account, in a history of its own (`accountSubject`). */
export const accountActions = [
  "signed-in",
  "signed-in-new-device",
  "signed-in-by-qr",
  "qr-login-refused",
  "signed-out",
  "session-ended",
  "sessions-ended",
  "password-reset",
  "password-changed",
  "authenticator-registered",
  "authenticator-replaced",
  "recovery-codes-made",
  "recovery-code-used",
  "mfa-reset-asked",
  "mfa-reset-approved",
  "mfa-reset-refused",
  "mfa-reset-cancelled",
  "mfa-reset-done",
  "account-unlocked",
  "account-frozen",
  "account-unfrozen",
  "activation-resent",
  "authenticator-reminded",
  "photo-reminded",
  "photo-due",
  ...contractWarnings,
  ...leaveNotices,
  ...letterNotices,
  "phone-reminded",
  "email-change-asked",
  "email-change-done",
  "email-change-cancelled",
  "email-corrected",
  "nip-changed",
  "phone-change-asked",
  "phone-change-cancelled",
  "phone-changed",
  "correction-reported",
  "correction-made",
  "correction-refused",
  "contact-asked",
  "contact-proposed",
  "own-request-submitted",
  "own-request-revised",
  "own-request-withdrawn",
  "own-request-agreed",
  "own-request-clarification",
  "own-request-due",
  "own-request-approved",
  "own-request-rejected",
  "own-request-expired",
  "own-request-proof-revoked",
  "own-data-taken",
  "decree-stuck",
  "transferred",
  "transfer-ended",
  "records-joined",
] as const;
export type AccountAction = (typeof accountActions)[number];

/**
 * What the holder gets a notice of, in the inbox and by mail: whatever gives or takes a way in. Not a login in a known
 * browser, and not a new e-mail address, of which the save of the record tells (`notificationsOf`).
 */
export const toldActions = [
  "signed-in-new-device",
  "signed-in-by-qr",
  "password-reset",
  "password-changed",
  "authenticator-registered",
  "authenticator-replaced",
  "recovery-codes-made",
  "recovery-code-used",
  "activation-resent",
  "authenticator-reminded",
  "photo-reminded",
  "photo-due",
  ...contractWarnings,
  ...leaveNotices,
  ...letterNotices,
  "phone-reminded",
  "mfa-reset-asked",
  "mfa-reset-approved",
  "mfa-reset-cancelled",
  "mfa-reset-done",
  "account-unlocked",
  "account-frozen",
  "account-unfrozen",
  "nip-changed",
  "email-change-asked",
  "email-change-cancelled",
  "phone-change-asked",
  "phone-change-cancelled",
  "phone-changed",
  "correction-made",
  "correction-refused",
  "contact-asked",
  "contact-proposed",
  "own-request-clarification",
  "own-request-due",
  "own-request-approved",
  "own-request-rejected",
  "own-request-expired",
  "own-request-proof-revoked",
  "own-data-taken",
  "decree-stuck",
  "transferred",
  "transfer-ended",
  "records-joined",
] as const satisfies readonly AccountAction[];
export type ToldAction = (typeof toldActions)[number];

export function isAccountAction(action: string): action is AccountAction {
  return accountActions.some((known) => known === action);
}

export function isTold(action: string): action is ToldAction {
  return toldActions.some((told) => told === action);
}
