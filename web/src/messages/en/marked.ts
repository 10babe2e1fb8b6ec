import type { MarkedText } from "../id/marked.ts";

export const en: MarkedText = {
  back: "Change this choice",
  print: {
    title: "Print for the chosen people",
    hint: "Valid cards, or activation letters to whoever has not activated the account: exactly these people, by name.",
    look: "See for whom it is",
    who: "Who is printed",
    count: (people) => `People to print for: ${people}`,
    nobody: "There is nothing to print",
    submit: {
      cards: (people) => `Print cards of ${people} people`,
      letters: (people) => `Print letters to ${people} people`,
    },
    why: {
      "out-of-scope": "outside of your reach, or the record cannot be read",
      "not-active": "not active now, so no card is valid",
      "no-photo": "has no photo yet, so no card",
      activated: "has activated the account, and needs no letter",
    },
  },
  failures: { "nobody-to-print": "There is nothing left to print of this choice." },
};
