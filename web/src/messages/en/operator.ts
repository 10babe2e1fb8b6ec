import type { Operator } from "../id/operator.ts";

export const en: Operator = {
  lead: "Twelve invented cards with the names, positions and agencies that are hardest to set. Their QR codes open nobody's card.",
  notices: "Words of notices",
  home: {
    lead: "An operator's work: roles, agencies, and how cards look.",
    waiting: (count) => `Waiting for your decision: ${count}`,
    nothing: "Nothing waits for your decision.",
    services: "Operator services",
    hints: {
      roles: "Give and take roles, freeze accounts; another operator approves.",
      agency: "Add or change agencies, their emblems and colours.",
      template: "See the template with the names that are hardest to set.",
      notices: "Read the words of every notice in both languages.",
    },
  },
  version: (version) => `Template version: ${version}`,
  agency: "Agency",
  usual: "Usual look",
  faces: {
    "front-landscape": "front, landscape",
    "back-landscape": "back, landscape",
    "front-portrait": "front, portrait",
    "back-portrait": "back, portrait",
  },
  faceAlt: (title, face) => `${title}: ${face}`,
  cards: {
    "pns-usual": "A usual PNS",
    "pppk-usual": "A usual PPPK",
    "many-degrees": "Many degrees",
    "one-letter": "A name of one letter",
    "one-word": "A name of one word",
    "one-long-word": "A name of one long word",
    apostrophes: "Apostrophes",
    hyphens: "Hyphens",
    diacritics: "Letters with marks",
    capitals: "All in capitals",
    longest: "Every field as long as allowed",
    preview: "Without a serial number yet",
  },
};
