import type { Home } from "../id/home.ts";

export const en: Home = {
  lead: "The identity card of Indonesia's civil servants (PNS and PPPK) that is updated automatically whenever the record changes.",
  points: [
    "The card always matches your agency's latest record. There is no need to apply for a new one.",
    "Download or print front and back, in portrait or landscape.",
    "Anyone can check that a card is genuine by scanning its QR code.",
  ],
  login: "Sign in",
  onward: "Open the service",
  signedIn: "You are signed in.",
  firstTime: "Never signed in? Activate your account",
  checkTitle: "Checking someone's card?",
  check: "Scan the QR code on the card with your phone's camera. You do not need an account.",
  scan: "Scan a card on this site, also without the network",
  byHand: "The QR code cannot be scanned? Check by serial number",
  contact:
    "Does your agency ask for e-mail address and mobile number? Give them without signing in",
};
