import type { OwnQrText } from "../id/own-qr.ts";

export const en: OwnQrText = {
  title: "Your card’s QR code",
  hint: "Was your card lost or copied, or is there a check you do not recognise? Pause the QR code while you look into it, or replace it.",
  fromScans: "A check you do not recognise? Pause or replace the QR code.",
  states: {
    active: "The QR code is active: checks of the card are answered as usual.",
    none: "Your card has ended or has no photo yet, so there is no valid QR code.",
  },
  paused: (since) =>
    `The QR code is paused since ${since}. Whoever checks the card, by its numbers too, reads «Suspended»; a scanner that works offline knows it from the next day’s status list.`,
  pause: "Pause the QR code",
  resume: "Resume",
  replace: "Replace the QR code",
  question: "Replace your card’s QR code?",
  effect:
    "Cards that were printed or shared are no longer valid, for ever: whoever checks them reads «Replaced», offline scanners from the next day’s status list on. A new card is drawn automatically, its QR code is active at once, and you are told by e-mail.",
  confirm: "Yes, replace it",
  done: {
    replace:
      "The QR code was replaced. Old cards are no longer valid; the new card is drawn automatically.",
    pause: "The QR code is paused. The card still shows on your phone.",
    resume: "The QR code is active again.",
  },
  failures: {
    "no-qr": "Your card has just ended, or its photo was removed. Reload this page.",
    "too-many-attempts":
      "The limit of this day is reached: three replacements, ten resumptions. Try again tomorrow; a pause is always possible.",
  },
};
