import type { OwnHome } from "../id/own-home.ts";

export const en: OwnHome = {
  waiting: "Waiting for you",
  nothing: "Nothing is waiting for you.",
  waits: {
    answer: (about) => `Answer an officer's question: ${about}`,
    draft: (about) => `Go on with your draft: ${about}`,
    photoAsked: "Send a new photo, because an officer asks for one",
    photoRevoked: "Send a new photo, because the card's photo was taken away",
    noPhoto: "Choose a photo, so that your card is made",
    campaign: (title) => `Update e-mail address and mobile number: ${title}`,
    qrPaused: "Turn the paused QR code on again",
  },
  until: "By",
  held: (who) => `${who}, since`,
  noRequests: "No request is on its way.",
  all: "Show all",
  fewer: "Show the newest only",
  allRequests: "All requests",
  ofYourOwn: "For yourself",
  toCard: "Your card",
  services: {
    card: "See, show, download or print your card.",
    requests: "Propose changes of your data, and see who has each of them.",
    photo: "Change the photo on the card.",
    ownData: "What is known about you, who checks your card, and its QR code.",
    account: "Password, authenticator, e-mail, mobile number and devices.",
    scan: "Check other people's cards, also without a network.",
  },
  scan: "Scan cards",
  help: "Help",
  helps: {
    lostPhone: "A lost or new phone",
    checks: "How a card is checked, and what the results mean",
    privacy: "Personal data: who sees what, and for how long",
  },
};
