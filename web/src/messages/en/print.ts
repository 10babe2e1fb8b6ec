import type { Print } from "../id/print.ts";

export const en: Print = {
  marked: (people) => `Chosen people: ${people}`,
  lead: "One unit with all units below it, ordered by name, as PDF: all valid cards (200 in a file), or activation letters to those who have not activated their account (500 in a file). A larger unit is printed in several parts.",
  kind: "Content of the file",
  kinds: { cards: "Cards", letters: "Activation letters" },
  unitHint:
    "Type the beginning of its name and choose. Or open the record of someone in that unit: there you find “Print this unit's cards”.",
  shape: "Shape of the cards",
  shapes: { landscape: "Landscape", portrait: "Portrait" },
  sheet: "Paper",
  sheets: { card: "Card size", a4: "A4 with crop marks" },
  submit: { cards: "Print cards", letters: "Print letters" },
  waiting: "Your request has arrived. The file will be made in a moment.",
  drawing: {
    cards: (drawn, total) => `${drawn} of ${total} cards are drawn.`,
    letters: (drawn, total) => `${drawn} of ${total} letters are made.`,
  },
  ready: {
    cards: (cards) => `${cards} ${cards === 1 ? "card is" : "cards are"} ready to print.`,
    letters: (letters) =>
      `${letters} ${letters === 1 ? "letter is" : "letters are"} ready to print.`,
  },
  activated: (people) =>
    `${people} ${people === 1 ? "employee has" : "employees have"} activated the account and ${people === 1 ? "needs" : "need"} no letter.`,
  withoutPhoto: (people) =>
    `${people} ${people === 1 ? "employee" : "employees"} without a photo ${people === 1 ? "is" : "are"} left out:`,
  others: (people) => `and ${people} more`,
  withoutCard: (people) =>
    `${people} ${people === 1 ? "card is" : "cards are"} being updated and left out. Print again in a moment.`,
  listTitle: "Prints of the last 24 hours",
  listHint: "Your own prints only. The files hold personal data: keep them safe.",
  noPrints: "No prints yet.",
  asked: (time, ...what) => `Requested ${time}. ${what.join(", ")}.`,
  until: (time) => `Can be downloaded until ${time}.`,
  failed: "The file of this unit cannot be made now. Try again in a moment.",
  stopped: "Printing was stopped. The parts that are done can still be downloaded.",
  partsTitle: "Parts",
  part: {
    cards: (from: string, to: string, cards: number) =>
      `${from}–${to}: ${cards} ${cards === 1 ? "card" : "cards"}`,
    letters: (from: string, to: string, letters: number) =>
      `${from}–${to}: ${letters} ${letters === 1 ? "letter" : "letters"}`,
  },
  partDrawn: (place: number) => `Download part ${place}`,
  partToCome: "not printed yet",
  partEmpty: "nothing to print",
  stop: "Stop",
  resume: "Go on",
  people: "See who they are",
  noLetters: "No letter needs to be printed: everybody in this unit is activated.",
  download: "Download the PDF",
};
