/** The pages read this file, so it imports no schema. */
import { toldActions } from "#shared/audit/account-actions.ts";
import { qrActions } from "#shared/audit/qr-actions.ts";

/** What a holder is told. The code keys the texts of page and mail; no personal data is in it. */
export const notificationCodes = [
  "photo-confirmed",
  "photo-brought",
  "photo-new-asked",
  "photo-revoked",
  ...qrActions,
  "card-changed",
  "record-changed",
  "card-suspended",
  "card-ended",
  "contract-ended",
  "card-restored",
  "card-begun",
  "email-changed",
  "roles-changed",
  "request-approved",
  "request-refused",
  ...toldActions,
] as const;
export type NotificationCode = (typeof notificationCodes)[number];
