import type { Operator } from "../id/operator.ts";

export const en: Operator = {
  lead: "Twelve invented cards with the names, positions and agencies that are hardest to set. Their QR codes open nobody's card.",
  notices: "Words of notices",
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
