/** Which mails have links, and what each does. A mail that somebody else may have caused lets its reader freeze the account. */
import {
  contractWarnings,
  isTold,
  leaveNotices,
  letterNotices,
} from "#shared/audit/account-actions.ts";
import type { LinkPurpose } from "#shared/session/mailed-link.ts";
import type { NotificationCode } from "./notification-codes.ts";

const links: Readonly<Partial<Record<NotificationCode, readonly LinkPurpose[]>>> = {
  "email-changed": ["freeze"],
  "qr-replaced": ["freeze"],
  "qr-paused": ["freeze"],
  "qr-resumed": ["freeze"],
  "nip-opened": ["freeze"],
  "nip-closed": ["freeze"],
  "email-change-asked": ["freeze", "cancel-email-change"],
  "phone-change-asked": ["freeze", "cancel-phone-change"],
  "mfa-reset-asked": ["cancel-mfa-reset"],
  "mfa-reset-approved": ["cancel-mfa-reset"],
  "signed-in-new-device": ["freeze"],
  "signed-in-by-qr": ["freeze"],
  "password-reset": ["freeze"],
  "password-changed": ["freeze"],
  "authenticator-registered": ["freeze"],
  "authenticator-replaced": ["freeze"],
  "recovery-codes-made": ["freeze"],
  "recovery-code-used": ["freeze"],
  "mfa-reset-done": ["freeze"],
  "account-unlocked": ["freeze"],
  "nip-changed": ["freeze"],
  "phone-changed": ["freeze"],
  "own-data-taken": ["freeze"],
};

/** The new address gets no link in the mail about its change: it may be a stranger's. */
export function linksOf(code: NotificationCode, isFormer: boolean): readonly LinkPurpose[] {
  return code === "email-changed" && !isFormer ? [] : (links[code] ?? []);
}

/** Steps that are still to be made: they are for the address that codes go to. */
const remindersOnly: ReadonlySet<NotificationCode> = new Set([
  "activation-resent",
  "authenticator-reminded",
  "photo-reminded",
  "photo-due",
  "own-request-due",
  "phone-reminded",
  ...contractWarnings,
  ...leaveNotices,
  ...letterNotices,
]);

/** Whether the addresses of before a change hear of it too: of what happens to the account, not to the card. */
export function isForFormer(code: NotificationCode): boolean {
  if (code === "email-changed" || code === "roles-changed") return true;
  return !remindersOnly.has(code) && isTold(code);
}
