import type { Print } from "../id/print.ts";

export const en: Print = {
  lead: "All valid cards of one unit in one PDF file, ordered by name. At most 200 cards.",
  unitHint:
    "Type the beginning of its name and choose. Or open the record of someone in that unit: there you find “Print this unit's cards”.",
  shape: "Shape of the cards",
  shapes: { landscape: "Landscape", portrait: "Portrait" },
  sheet: "Paper",
  sheets: { card: "Card size", a4: "A4 with crop marks" },
  submit: "Print cards",
  waiting: "Your request has arrived. The cards will be drawn in a moment.",
  drawing: (drawn, total) => `${drawn} of ${total} cards are drawn.`,
  ready: (cards) => `${cards} ${cards === 1 ? "card is" : "cards are"} ready to print.`,
  withoutPhoto: (people) =>
    `${people} ${people === 1 ? "employee" : "employees"} without a photo ${people === 1 ? "is" : "are"} left out:`,
  others: (people) => `and ${people} more`,
  withoutCard: (people) =>
    `${people} ${people === 1 ? "card is" : "cards are"} being updated and left out. Print again in a moment.`,
  listTitle: "Prints of the last 24 hours",
  listHint: "Your own prints only. The files hold personal data: keep them safe.",
  noPrints: "No prints yet.",
  asked: (time, shape, sheet) => `Requested ${time}. ${shape}, ${sheet}.`,
  until: (time) => `Can be downloaded until ${time}.`,
  failed: "The cards of this unit cannot be printed now. Try again in a moment.",
  download: "Download the PDF",
};
