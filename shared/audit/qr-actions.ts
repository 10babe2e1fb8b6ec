/** What happens to the QR of a card and to what a check of it tells, in the record's history. Its holder is told of each, whoever did it. The pages read this file, so it imports nothing. */
export const qrActions = [
  "qr-replaced",
  "qr-paused",
  "qr-resumed",
  "nip-opened",
  "nip-closed",
] as const;
export type QrAction = (typeof qrActions)[number];
