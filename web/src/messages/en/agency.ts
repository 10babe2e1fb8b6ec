import type { AgencyText } from "../id/agency.ts";

export const en: AgencyText = {
  operatorLead:
    "Name, time zone and look of the cards of each agency. A change counts within a minute; cards are drawn anew when they are looked at.",
  officerLead:
    "Name, time zone and look of the cards of your agency. You ask for a change here, and a penyetuju decides it.",
  notThere: "Your agency is not registered yet. Ask an operator to add it.",
  failures: {
    "agency-changed":
      "Somebody else has just changed this agency. Load the page again to see it as it is now.",
    "agency-exists": "Another agency has this code already.",
    "agency-name-taken": "Another agency has this name already. Give one that tells the two apart.",
  },
  problems: {
    malformed: "small letters, digits, - and _, no blanks, a letter or digit first, at most 40.",
  },
  list: "Agencies",
  add: "Add an agency",
  change: "Change",
  changeOf: (name) => `Change ${name}`,
  back: "Back to the list",
  id: "Code",
  idHint:
    "Small letters, digits, - and _. It cannot be changed later. Its first officer and approver come in by “npx kartu init”.",
  fields: {
    name: "Name",
    zone: "Time zone",
    address: "Address of the office (optional)",
    emblem: "Emblem",
    palette: "Colours",
    subtitle: "Text below the title",
    contact: "Contact for who finds a card",
    finder: "Message for who finds a card",
    issuerHeading: "Heading above the agency's name",
  },
  hints: {
    name: "Printed on the cards. A new name is written into all employees' records, bit by bit, and their cards are drawn anew.",
    zone: "The clock that its people read on this site, and whose midnight begins and ends contracts and decisions. A new one is written into all employees' records.",
    address:
      "For the head of circulars, below the agency's name: street, town, postcode, telephone. No card has it.",
    usual: (text) => `Leave it empty for the template's text: «${text}»`,
  },
  usual: (name) => `${name} (usual)`,
  reason: "Reason",
  reasonHint: "For example the number and date of a decree. It is kept in the history.",
  save: "Save",
  ask: "Ask for it",
  saved: (name) => `${name} is saved.`,
  asked: "The change is asked for. A penyetuju decides it within 7 days.",
  toApprovals: "See what was asked for, and how the card will look",
  none: "(as the template has it)",
  approve: {
    question: (name) => `Approve the change of ${name}?`,
    effect:
      "It counts within a minute. Cards are drawn anew when they are looked at; printed cards stay valid.",
  },
  backs: {
    "back-landscape": "The new back, landscape",
    "back-portrait": "The new back, portrait",
  },
};
