import type { ScansText } from "../id/scans.ts";

export const en: ScansText = {
  title: "Scans",
  hint: "Checks of the card, by its QR code or its typed numbers, in the last 90 days. Who checked is not known.",
  show: "Show",
  older: "Older ones",
  none: "No checks yet.",
  all: (count) => `${count} checks, back to the earliest.`,
  results: {
    valid: "valid",
    upcoming: "not valid yet",
    suspended: "suspended",
    ended: "ended",
    superseded: "replaced",
  },
  ways: { qr: "QR scanned", numbers: "numbers typed" },
  noRegion: "region unknown",
};
