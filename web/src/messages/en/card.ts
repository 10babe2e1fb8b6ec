import type { Card } from "../id/card.ts";

export const en: Card = {
  imageLost: "The picture of the card did not load. Check your connection.",
  status: {
    active: "Active",
    upcoming: "Not valid yet",
    suspended: "Suspended",
    ended: "Ended",
    none: "Not active",
  },
  statusText: {
    suspended:
      "Your card is suspended and cannot be used. Ask the personnel office of your agency.",
    ended:
      "Your card has ended with your employment as a civil servant. If this is wrong, ask the personnel office of your agency.",
  },
  startsOn: (day) => `Your card is valid from your TMT, ${day}.`,
  asOf: (time) => `Data as of ${time}`,
  drawing: "Your newest card is being drawn. It will appear here automatically.",
  updated: "The newest card is showing.",
  offline: "Cannot update right now. This is the latest data that arrived.",
  noPhoto: "No photo",
  noPhotoText: "The card is made once you choose a photo.",
  choosePhoto: "Choose a photo",
  changePhoto: "Change photo",
  shape: "Shape of the card",
  portrait: "Portrait",
  landscape: "Landscape",
  side: "Side of the card",
  front: "Front",
  back: "Back",
  faceAlt: (side, shape) =>
    `Virtual ASN Card, ${side.toLowerCase()}, ${shape.toLowerCase()}. Its content is written below.`,
  full: "Full screen",
  enlarge: "Tap for full screen.",
};
