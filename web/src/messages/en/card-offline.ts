import type { CardOffline } from "../id/card-offline.ts";

export const en: CardOffline = {
  title: "Card without network",
  asOf: (time) => `The last card on this device. Data as of ${time}.`,
  lead: "Without a network this card cannot be updated. Scanning its code tells whether it is still valid; this picture does not.",
  none: "No card is kept on this device.",
  noneText:
    "A card is kept when it was last seen with a network, for 30 days at most, and deleted when you sign out.",
  again: "Try again with the network",
  needsNetwork: "This address needs a network. Connect the device, then press again.",
  online: "The network is back.",
  close: "Close",
  facts: "What stands on the card",
};
