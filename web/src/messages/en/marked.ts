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
  remind: {
    title: "Remind the chosen people",
    about: "What of",
    lists: {
      "not-activated": "activating the account",
      "no-authenticator": "setting up an authenticator",
      "no-photo": "uploading a photo",
      "no-phone": "entering a phone number",
    },
    why: {
      "out-of-scope": "outside of your reach, or the record cannot be read",
      "not-needed": "needs no reminder of this",
      "no-address": "has no address that mails reach: to be met at the counter",
      recently: "was reminded within the last seven days",
      "not-activated": "has not activated the account: remind of that first",
      unreadable: "the account cannot be read; an operator has been told",
    },
  },
  failures: { "nobody-to-print": "There is nothing left to print of this choice." },
};
