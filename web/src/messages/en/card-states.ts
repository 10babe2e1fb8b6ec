import type { CardStates } from "../id/card-states.ts";

export const en: CardStates = {
  upcoming: {
    code: "V7",
    word: "Not valid yet",
    next: "This card is valid from its holder's TMT on. Do not accept it as proof of identity before.",
  },
  suspended: {
    code: "V2",
    word: "Suspended",
    next: "This card cannot be used at present. Do not accept it; ask for another proof of identity.",
  },
  ended: {
    code: "V3",
    word: "Ended",
    next: "The holder is no longer a civil servant under this card. Do not accept it.",
  },
  replaced: {
    code: "V4",
    word: "Replaced",
    next: "A newer card has replaced this one. Ask the holder to open the newest card and scan again.",
  },
};
