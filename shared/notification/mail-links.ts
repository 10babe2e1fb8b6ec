/** Which mails have a link, and what it does. A mail that somebody else may have caused lets its reader freeze the account. */
import type { LinkPurpose } from "#shared/session/mailed-link.ts";
import type { NotificationCode } from "./notification.ts";

type Links = Readonly<Partial<Record<NotificationCode, LinkPurpose>>>;

/** In the mail to the record's address. */
export const ownLinks: Links = {
  "email-change-asked": "freeze",
  "mfa-reset-asked": "cancel-mfa-reset",
  "mfa-reset-approved": "cancel-mfa-reset",
  "signed-in-new-device": "freeze",
  "signed-in-by-qr": "freeze",
  "password-reset": "freeze",
  "password-changed": "freeze",
  "authenticator-registered": "freeze",
  "authenticator-replaced": "freeze",
  "recovery-codes-made": "freeze",
  "recovery-code-used": "freeze",
  "mfa-reset-done": "freeze",
  "phone-changed": "freeze",
};

/** In the mail to the address of before. The new one gets none: it may be a stranger's. */
export const formerLinks: Links = { "email-changed": "freeze" };
