/** What happens to the QR of a card, in the record's history. Its holder is told of each, whoever did it. The pages read this file, so it imports nothing. */
export const qrActions = ["qr-replaced", "qr-paused", "qr-resumed"] as const;
export type QrAction = (typeof qrActions)[number];
