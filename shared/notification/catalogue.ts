/** All that holders are told, in one list: what a mail says, whether it may wait, and what its reader can do (decision 0089). Pages read it, so it imports no adapter. */
import { qrActions } from "#shared/audit/qr-actions.ts";
import type { Mail } from "#shared/mail/mail.ts";
import { linksOf } from "./mail-links.ts";
import { type NotificationCode, notificationCodes } from "./notification-codes.ts";
import { linkTexts, mailClosing, mailTexts } from "./notification-texts.ts";

/**
 * What is mailed at once, however many mails a day has and whatever its reader prefers: whatever gives or takes a way in or the card, shows more of
 * somebody, or could be a stranger's doing. The two that lead into an account are among them, because who is not in reads no inbox.
 */
const security: ReadonlySet<NotificationCode> = new Set<NotificationCode>([
  ...qrActions,
  "photo-brought",
  "photo-revoked",
  "card-suspended",
  "card-ended",
  "contract-ended",
  "email-changed",
  "roles-changed",
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
  "mfa-reset-asked",
  "mfa-reset-approved",
  "mfa-reset-cancelled",
  "mfa-reset-done",
  "account-unlocked",
  "account-frozen",
  "account-unfrozen",
  "nip-changed",
  "contact-proposed",
  "email-change-asked",
  "email-change-cancelled",
  "phone-change-asked",
  "phone-change-cancelled",
  "phone-changed",
  "own-data-taken",
  "records-joined",
]);

export function isSecurity(code: NotificationCode): boolean {
  return security.has(code);
}

/** A notice as its reader gets it by mail, with the site's address and a link's secret left out. */
export interface CatalogueEntry extends Mail {
  readonly code: NotificationCode;
  readonly isSecurity: boolean;
  /** What stands before each of its links. */
  readonly wayOut: readonly string[];
  readonly closing: readonly string[];
}

/** Every notice, in the order of their codes' list. */
export function catalogue(): readonly CatalogueEntry[] {
  return notificationCodes.map((code) => ({
    ...mailTexts[code],
    ...{ code, isSecurity: isSecurity(code) },
    wayOut: linksOf(code, true).flatMap((purpose) => linkTexts[purpose]),
    closing: mailClosing(code),
  }));
}
