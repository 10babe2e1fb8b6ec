import type { OwnNipText } from "../id/own-nip.ts";

export const en: OwnNipText = {
  title: "Your NIP when the card is checked",
  hint: "Whoever checks the card reads a masked NIP. If a service needs the whole one, open it for an hour; then it closes by itself.",
  masked: "The NIP is masked.",
  openUntil: (until) => `The NIP is open until ${until}: whoever checks the card reads all of it.`,
  open: "Open the NIP for an hour",
  close: "Mask it again now",
  opened: "You are told by e-mail.",
  failures: {
    "no-qr": "Your card has just ended, or its photo was taken away. Reload this page.",
    "too-many-attempts": "The limit of this day is reached: ten times. Try again tomorrow.",
  },
};
