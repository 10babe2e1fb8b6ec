/** All codes of refusals and of problems with fields. Each stands here once, so that no page can lack a text for one. */

/** Refusals that pages show; web/src/messages has their texts. */
export const refusalCodes = [
  "invalid-input",
  "not-found",
  "forbidden",
  "cross-site-request",
  "other-person",
  "session-ended",
  "step-expired",
  "login-refused",
  "activation-needed",
  "password-refused",
  "account-frozen",
  "account-not-frozen",
  "code-refused",
  "too-many-codes",
  "mailed-code-refused",
  "mailed-code-expired",
  "reset-code-refused",
  "link-expired",
  "recovery-code-refused",
  "too-many-attempts",
  "busy",
  "maintenance",
  "internal-error",
  "record-changed",
  "request-mismatch",
  "own-record",
  "email-taken",
  "card-not-active",
  "photo-not-accepted",
  "photo-replaced",
  "roles-changed",
  "approval-own-request",
  "approval-decided",
  "approval-decided-by-you",
  "approval-withdrawn",
  "approval-expired",
  "approval-subject-changed",
  "approval-asker-changed",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Refusals that no page shows: our code handles them, only operators see them, or no page can cause them. */
export const untoldCodes = [
  "work-required",
  "method-not-allowed",
  "body-too-large",
  "request-repeated",
  "decision-raced",
  "nip-taken",
  "site-bypassed",
  "backfill-started-elsewhere",
] as const;
export type ErrorCode = RefusalCode | (typeof untoldCodes)[number];

/** Problems with a field that its form shows. */
const toldFieldCodes = [
  "required",
  "malformed",
  "too-short",
  "too-long",
  "nip-malformed",
  "email-malformed",
  "phone-malformed",
  "day-malformed",
  "code-malformed",
  "recovery-code-malformed",
  "clock-behind",
  "clock-ahead",
  "not-for-pns",
  "not-for-pppk",
  "golongan-unknown",
  "kedudukan-hukum-unknown",
  "not-after-tmt",
  "day-too-late",
  "characters-unsupported",
  "characters-hidden",
  "captcha-refused",
  "nothing-changed",
  "password-too-short",
  "password-needs-upper",
  "password-needs-lower",
  "password-needs-digit",
  "password-needs-symbol",
  "password-edge-space",
  "password-common",
  "password-personal",
  "unit-unknown",
  "unit-not-yours",
  "unit-without-cards",
  "unit-too-large",
  "day-passed",
  "not-for-operator",
] as const;
export type ToldFieldCode = (typeof toldFieldCodes)[number];

/** No page can cause "unknown-field"; "kind-differs" comes from imports. */
export const fieldCodes = [...toldFieldCodes, "unknown-field", "kind-differs"] as const;
export type FieldCode = (typeof fieldCodes)[number];
